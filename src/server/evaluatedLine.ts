// One result as a line of a list that leads to its place.
import type { Translations } from '../checks/messages.js';
import type { Lines } from '../core/text/lines.js';
import { describeResult } from '../evaluate/describe.js';
import { evaluationText, notesText } from '../evaluate/messages.js';
import { insertedFaultOf } from '../evaluate/messages/inserted.js';
import type { EvaluationResult } from '../evaluate/result.js';
import type { EvaluatedLine } from '../protocol/server.js';
import { toPosition } from './convert.js';
import { text } from './texts.js';

interface Placed {
  readonly uri: string;
  readonly lines: Lines;
}

export function evaluatedLine(
  { uri, lines }: Placed,
  result: EvaluationResult,
  translations: Translations,
): EvaluatedLine {
  return {
    uri,
    line: toPosition(lines, result.span.start).line,
    source: result.source,
    ...describe(result, translations),
  };
}

function describe(
  result: EvaluationResult,
  translations: Translations,
): Pick<EvaluatedLine, 'text' | 'state'> {
  const { state, value, expected, failedRelation, problem } = describeResult(result, translations);
  if (problem !== null)
    return { state: 'problem', text: evaluationText(problem.code, problem.data, translations) };
  if (insertedFaultOf(result))
    return { state: 'fails', text: notesText(result.notes, translations) };
  const sides = { value, expected, relation: failedRelation };
  if (state === 'fails') {
    const binding = result.counterexample?.text ?? '';
    return binding === ''
      ? { state, text: text('claimFails', sides, translations) }
      : { state, text: text('checkFails', { ...sides, binding }, translations) };
  }
  if (state === 'value' || result.kind === 'value') return { state: 'value', text: value };
  if (state === 'holds') return { state, text: text('claimHolds', {}, translations) };
  return { state: 'unknown', text: text('claimUnknown', {}, translations) };
}
