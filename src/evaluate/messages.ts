// What evaluation can say, by code: the English text with its data in braces. Other languages translate by code.
import type { EvaluationNote, EvaluationProblem } from './result.js';
import type { Span } from '../core/text/span.js';
import { ANALYSIS_PROBLEMS, ANALYSIS_TEXTS } from './messages/analyses.js';
import { ARRAY_PROBLEMS } from './messages/arrays.js';
import { CALCULUS_PROBLEMS } from './messages/calculus.js';
import { DATA_PROBLEMS } from './messages/data.js';
import { LAW_PROBLEMS } from './messages/laws.js';
import { NAME_PROBLEMS } from './messages/names.js';
import { READING_PROBLEMS } from './messages/reading.js';
import { VALUE_PROBLEMS } from './messages/values.js';
import { INSERTED_FAULTS } from './messages/inserted.js';
import { PLOT_SIZES } from './messages/plots.js';
import { PYTHON_PROBLEMS } from './messages/python.js';
import { WORKSHEET_PROBLEMS } from './messages/worksheets.js';
import { NOTES } from './notes.js';

/** Each names the thing, what was expected, what was found, and one fix where there is one. */
const PROBLEMS = {
  ...READING_PROBLEMS,
  ...NAME_PROBLEMS,
  ...CALCULUS_PROBLEMS,
  ...ARRAY_PROBLEMS,
  ...VALUE_PROBLEMS,
  ...LAW_PROBLEMS,
  ...WORKSHEET_PROBLEMS,
  ...ANALYSIS_PROBLEMS,
  ...DATA_PROBLEMS,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;
}

/** A refusal is an error object; what travels is plain data. */
export function problemOf({ code, span, data }: Problem): EvaluationProblem {
  return { file: 'post', code, span, data };
}

/** The codes and their English texts, for translations and their test. */
export const EVALUATION_MESSAGES: Readonly<Record<string, string>> = {
  ...PROBLEMS,
  ...NOTES,
  ...PLOT_SIZES,
  ...INSERTED_FAULTS,
  ...ANALYSIS_TEXTS,
  ...PYTHON_PROBLEMS,
};

/** The text of a problem or note; `translations` leads from an English template to another. */
export function evaluationText(
  code: string,
  data: Readonly<Record<string, string>>,
  translations: Readonly<Record<string, string>> = {},
): string {
  const template = EVALUATION_MESSAGES[code] ?? code;
  const { cause, ...rest } = data;
  // One problem may say where another one is met, and that one again.
  const [first, ...others] = cause?.split(' ') ?? [];
  const inner = others.length === 0 ? rest : { ...rest, cause: others.join(' ') };
  const filled =
    first === undefined ? data : { ...data, cause: evaluationText(first, inner, translations) };
  return fill(translations[template] ?? template, filled);
}

/** The notes of a result as one line, `''` without any. */
export function notesText(
  notes: readonly EvaluationNote[],
  translations: Readonly<Record<string, string>> = {},
): string {
  return notes.map(({ code, data }) => evaluationText(code, data, translations)).join('; ');
}

function fill(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, key: string) => data[key] ?? whole);
}
