// Hover on a formula that computes: its value with all digits, what its symbols stood for, or why there is none.
import type { Translations } from '../checks/messages.js';
import { touches, type Span } from '../core/text/span.js';
import { describeResult } from '../evaluate/describe.js';
import { evaluationText, notesText } from '../evaluate/messages.js';
import { analysisTable } from '../evaluate/describeAnalysis.js';
import { insertedFaultOf } from '../evaluate/messages/inserted.js';
import type { EvaluatedAnalysis, EvaluatedTable, EvaluationResult } from '../evaluate/result.js';
import { resultsAt } from '../language/valueAt.js';
import { escapeMarkdown, fenced, inlineCode } from './hoverText.js';
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
  // What is wrong with an inserted table or picture is all that there is to say of it.
  if (insertedFaultOf(result)) return [escapeMarkdown(notes)];
  return [headOf(result, translations), ...(notes === '' ? [] : [escapeMarkdown(notes)])];
}

function headOf(result: EvaluationResult, translations: Translations): string {
  if (result.analysis !== null) return analysisList(result.analysis, result.source, translations);
  if (result.table !== null) return markdownTable(result.table);
  const { state, value, expected, relation } = describeResult(result, translations);
  if (result.plot !== null) return `**${escapeMarkdown(value)}**`;
  const full = fullText(result) ?? value;
  if (result.kind === 'value' && state !== 'fails') return `**${escapeMarkdown(full)}**`;
  const head = `**${text(verdictTexts[state], {}, translations)}**`;
  if (value === '' || expected === '') return head;
  const sign = state === 'fails' ? describeResult(result).failedRelation : relation;
  return `${head}: ${escapeMarkdown(`${full} ${sign} ${expected}`)}`;
}

/** Each finding on a line; headings are words, findings hold TeX. */
function analysisList(
  analysis: EvaluatedAnalysis,
  source: string,
  translations: Translations,
): string {
  const { rows } = analysisTable(analysis, source, ({ code, data }) =>
    evaluationText(code, data, translations),
  );
  const lines = rows.map(
    ({ heading, cells }) => `- ${escapeMarkdown(heading)}: ${escapeMarkdown(cells.join(' '))}`,
  );
  return lines.join('\n');
}

/** Headings are TeX as it is written. */
function markdownTable({ corner, columns, rows }: EvaluatedTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [corner, ...columns].map(codeInCell);
  const body = rows.map(({ heading, cells }) =>
    line([codeInCell(heading), ...cells.map(escapeMarkdown)]),
  );
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...body].join('\n');
}

/** In a cell of a table a bar ends the cell, in code too. */
function codeInCell(tex: string): string {
  return inlineCode(tex.replace(/\s+/g, ' ')).replaceAll('|', '\\|');
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
