// What a result says, in one way for the editor, the preview, the findings and the command line.
import { analysisSummary } from './describeAnalysis.js';
import { formatValue } from './format.js';
import { evaluationText } from './messages.js';
import { plotSize } from './plot/plotSize.js';
import type { EvaluationProblem, EvaluationResult, ResultRelation, Value } from './result.js';

export interface Description {
  /** A value without a verdict, the verdict, or that there is neither. */
  readonly state: 'value' | 'holds' | 'fails' | 'unknown' | 'problem';
  /** `''` where there is none; of a table or a plot, how large it is; of an analysis, a summary. */
  readonly value: string;
  /** The value as it stands behind its formula. */
  readonly answer: string;
  readonly expected: string;
  /** As it stands between the two where it holds, and where it does not. */
  readonly relation: string;
  readonly failedRelation: string;
  readonly problem: EvaluationProblem | null;
}

/** `translations` are of the one text that is no number: how large a plot is. */
export function describeResult(
  result: EvaluationResult,
  translations: Readonly<Record<string, string>> = {},
): Description {
  const { value, expected, verdict, relation, problems, digits } = result;
  const [problem = null] = problems;
  const size = sizeOf(result, translations);
  const [first, second] = size === null ? formatSides(value, expected, digits) : [size, ''];
  const [holding, failing] = relation === null ? ['', ''] : RELATIONS[relation];
  return {
    state: problem !== null ? 'problem' : (verdict ?? 'value'),
    value: first,
    answer: answerOf(result, size, first),
    expected: second,
    relation: holding,
    failedRelation: failing,
    problem,
  };
}

/** Behind the line of a slider `= 0.5` would be the value of its interval. */
function answerOf({ slider }: EvaluationResult, size: string | null, value: string): string {
  if (size !== null) return value;
  return slider === null ? `= ${value}` : `${slider.name} = ${value}`;
}

/** A table, a plot or an analysis is too much for a line. */
function sizeOf(
  { table, plot, analysis }: EvaluationResult,
  translations: Readonly<Record<string, string>>,
): string | null {
  if (analysis !== null)
    return analysisSummary(analysis, ({ code, data }) => evaluationText(code, data, translations));
  if (table !== null) return `${table.rows.length} × ${table.columns.length}`;
  if (plot === null) return null;
  const { code, data } = plotSize(plot);
  return evaluationText(code, data, translations);
}

/** Doubles that differ do so within this many digits. */
const MOST_DIGITS = 17;

/** Two sides that differ are written with as many digits as show it. */
function formatSides(
  value: Value | null,
  expected: Value | null,
  digits: number,
): readonly [string, string] {
  const written = (one: Value | null, count: number): string =>
    one === null ? '' : formatValue(one, count);
  for (let count = digits; ; count++) {
    const sides = [written(value, count), written(expected, count)] as const;
    const enough = sides[0] !== sides[1] || value === null || same(value, expected);
    if (enough || count >= MOST_DIGITS) return sides;
  }
}

function same(left: Value, right: Value | null): boolean {
  if (typeof left === 'number' || typeof right === 'number' || right === null)
    return left === right;
  return left.length === right.length && left.every((entry, at) => same(entry, right[at] ?? null));
}

const RELATIONS: Readonly<Record<ResultRelation, readonly [string, string]>> = {
  '=': ['=', '≠'],
  '\\ne': ['≠', '='],
  '<': ['<', '≮'],
  '>': ['>', '≯'],
  '\\le': ['≤', '≰'],
  '\\ge': ['≥', '≱'],
  '\\approx': ['≈', '≉'],
  '\\in': ['∈', '∉'],
  '\\notin': ['∉', '∈'],
  '\\propto': ['∝', '∝̸'],
  '\\succ': ['≻', '⊁'],
  '\\succeq': ['⪰', '⋡'],
};
