// Hover on a formula that computes: its value with all digits, what its symbols stood for, or why there is none.
import type { Translations } from '../checks/messages.js';
import { touches, type Span } from '../core/text/span.js';
import { describeResult } from '../evaluate/describe.js';
import { evaluationText, notesText } from '../evaluate/messages.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { resultsAt } from '../language/valueAt.js';
import { escapeMarkdown, fenced } from './hoverText.js';
import { text } from './texts.js';

export interface ValueHover {
  readonly span: Span;
  readonly markdown: string;
}

export function valueHover(
  results: readonly EvaluationResult[],
  offset: number,
  translations: Translations,
): ValueHover | null {
  const place = { start: offset, end: offset };
  const found = resultsAt(results, place);
  const [first] = found;
  if (!first) return null;
  const parts = found.flatMap((result) => partsOf(result, place, translations));
  if (parts.length === 0) return null;
  const reading = [...new Set(found.flatMap((one) => one.reading))];
  const symbols = reading.length === 0 ? [] : [fenced(reading.join('\n'), 'latex')];
  return { span: first.span, markdown: [...new Set([...parts, ...symbols])].join('\n\n') };
}

function partsOf(
  result: EvaluationResult,
  place: Span,
  translations: Translations,
): readonly string[] {
  const [problem] = result.problems;
  if (problem !== undefined) {
    // The finding says the same at its own place, and a relation of the prose may be no formula to compute.
    const isHere = problem.file === result.file && touches(problem.span, place);
    if (result.informative || isHere) return [];
    return [escapeMarkdown(evaluationText(problem.code, problem.data, translations))];
  }
  const notes = notesText(result.notes, translations);
  return [headOf(result, translations), ...(notes === '' ? [] : [escapeMarkdown(notes)])];
}

function headOf(result: EvaluationResult, translations: Translations): string {
  const { state, value, expected, relation } = describeResult(result);
  const full = fullText(result) ?? value;
  if (result.kind === 'value' && state !== 'fails') return `**${escapeMarkdown(full)}**`;
  const head = `**${text(verdictTexts[state], {}, translations)}**`;
  if (value === '' || expected === '') return head;
  const sign = state === 'fails' ? describeResult(result).failedRelation : relation;
  return `${head}: ${escapeMarkdown(`${full} ${sign} ${expected}`)}`;
}

const verdictTexts = {
  value: 'claimHolds',
  holds: 'claimHolds',
  fails: 'claimDoesNotHold',
  unknown: 'claimUnknown',
  problem: 'claimUnknown',
} as const;

/** `1/3 = 0.33333333333333333`. */
export function fullText({ full }: EvaluationResult): string | null {
  if (full === null) return null;
  return full.fraction === null ? full.digits : `${full.fraction} = ${full.digits}`;
}
