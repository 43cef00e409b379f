// What may give a row a number and a label, the smallest change first: whoever tries them sees which one the site reads.
import type { RowFacts, Snapshot } from '../../core/post/facts.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { inOrder, type Change } from '../change.js';
import { environmentPairs } from '../environmentPairs.js';
import { delimiters, formulaAround } from '../formulaAt.js';
import { sourceText } from '../sourceText.js';
import { wrapInEnvironment } from '../wrapInEnvironment.js';
import type { FoundRow } from './equationRow.js';

/** Each in order; `label` is `null` where none is to be written. */
export function* waysToNumber(
  post: Snapshot,
  { display, row }: FoundRow,
  label: string | null,
): Generator<readonly Change[]> {
  const source = sourceText(post, display.span);
  const freed = numberingTaken(post, row);
  const unstarred = starTaken(source, display.span, display.environment);
  const silenced = display.rows.filter((other) => other !== row && other.number === null);
  const wrapped = wrapInEnvironment(post, display.span, 'equation');
  const filled = delimitersFilled(post, display.span);
  for (const named of labelChanges(post, row, label)) {
    if (row.number !== null) yield inOrder(named);
    if (freed.length > 0) yield inOrder([...freed, ...named]);
    if (unstarred.length > 0) {
      yield inOrder([...unstarred, ...freed, ...silenced.map(silencing), ...named]);
    }
    if (wrapped.kind === 'changes') yield inOrder([...wrapped.changes, ...freed, ...named]);
    if (filled) yield [filled.begin, ...inOrder([...freed, ...named]), filled.end];
  }
}

/** Where the writer's other labels stand first: behind the TeX of their rows, or before it. */
function labelChanges(
  { facts }: Snapshot,
  { span }: RowFacts,
  label: string | null,
): readonly (readonly Change[])[] {
  if (label === null) return [[]];
  const text = `\\label{${label}}`;
  const starts = new Set(facts.displays.flatMap(({ rows }) => rows.map((row) => row.span.start)));
  const nLeading = facts.labels.filter((named) => starts.has(named.span.start)).length;
  const places =
    nLeading * 2 > facts.labels.length ? [span.start, span.end] : [span.end, span.start];
  return places.map((at) => [{ span: { start: at, end: at }, text }]);
}

/** `\nonumber` and `\notag` of the row go. */
function numberingTaken(post: Snapshot, { span }: RowFacts): readonly Change[] {
  const taken = /[ \t]*\\(?:nonumber|notag)(?![a-zA-Z])/g;
  return [...sourceText(post, span).matchAll(taken)].map(({ index, 0: command }) => ({
    span: shiftSpan({ start: index, end: index + command.length }, span.start),
    text: '',
  }));
}

/** In a numbered environment, the other rows of a starred one stay without numbers. */
function silencing({ span: { end } }: RowFacts): Change {
  return { span: { start: end, end }, text: ' \\nonumber' };
}

function starTaken(source: string, { start }: Span, environment: string): readonly Change[] {
  if (!environment.endsWith('*')) return [];
  const pair = environmentPairs(source).pairs.find(
    ({ begin, end }) => begin.name === environment && end.name === environment,
  );
  return pair
    ? [pair.begin, pair.end].map(({ nameSpan }) => ({
        span: shiftSpan(nameSpan, start),
        text: environment.slice(0, -1),
      }))
    : [];
}

/** The delimiters stay, and the lines with them: some engines know them on one line, or alone on theirs. */
function delimitersFilled(
  post: Snapshot,
  span: Span,
): { readonly begin: Change; readonly end: Change } | null {
  const placed = formulaAround(post, span);
  const { open, close } = placed ? delimiters(placed) : { open: 0, close: 0 };
  if (open === 0 || close === 0) return null;
  const begin = span.start + open;
  const end = span.end - close;
  return {
    begin: { span: { start: begin, end: begin }, text: '\\begin{equation}' },
    end: { span: { start: end, end }, text: '\\end{equation}' },
  };
}
