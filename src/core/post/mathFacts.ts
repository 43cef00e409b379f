// The displays, labels and references of a post, with the numbers that readers see.
import { lineStarts, positionAt } from '../text/lines.js';
import { endToSource, toSource, type MappedText } from '../text/mapped.js';
import { shiftSpan, type Span } from '../text/span.js';
import type { NumberedDisplay } from '../numbering/display.js';
import { numberDisplay } from '../numbering/numberDisplays.js';
import { labelsOf, visibleNumber, type PageNumbers } from '../numbering/pageNumbers.js';
import type { MathEntry } from './blockMath.js';
import type {
  DisplayFacts,
  LabelFacts,
  LabelFault,
  ReferenceFacts,
  RowFacts,
  Snapshot,
} from './facts.js';
import { fingerprintOfTex } from './fingerprint.js';

export interface MathFacts {
  readonly displays: DisplayFacts[];
  readonly labels: LabelFacts[];
  readonly references: ReferenceFacts[];
}

/** Those of the blocks from `from` to before `to`; the displays of the labels count from the first of them. */
export function mathFacts(
  snapshot: Omit<Snapshot, 'facts'>,
  from = 0,
  to = snapshot.math.length,
): MathFacts {
  const facts: MathFacts = { displays: [], labels: [], references: [] };
  const starts = lineStarts(snapshot.lines);
  for (let block = from; block < to; block++) {
    const entries = snapshot.math[block]?.entries ?? [];
    const offset = snapshot.blocks.starts[block] ?? 0;
    const first = snapshot.firstEntries[block] ?? 0;
    for (const [at, entry] of entries.entries()) {
      const place = { page: snapshot.numbers, index: first + at, block, offset, starts };
      if (entry.kind === 'reference') addProseReference(facts, entry, place);
      else addFormula(facts, entry, place);
    }
  }
  return facts;
}

type FormulaEntry = Extract<MathEntry, { kind: 'formula' }>;

interface Place {
  readonly page: PageNumbers;
  /** The index of the entry in the page. */
  readonly index: number;
  readonly block: number;
  readonly offset: number;
  readonly starts: Uint32Array;
}

function addProseReference(
  facts: MathFacts,
  { reference, display }: Extract<MathEntry, { kind: 'reference' }>,
  { page, index, offset }: Place,
): void {
  const { command, key, span, keySpan } = reference;
  facts.references.push({
    command,
    key,
    span: shiftSpan(span, offset),
    keySpan: shiftSpan(keySpan, offset),
    number: numberDisplay(page, index, display).references[0] ?? null,
    inFormula: false,
  });
}

function addFormula(facts: MathFacts, entry: FormulaEntry, place: Place): void {
  const { formula, display } = entry;
  const numbered = numberDisplay(place.page, place.index, display);
  const toPost = spanMapper(formula.tex, place.offset);
  const labelled = display.rows.some(({ labels }) => labels.length > 0);
  if (formula.display || labelled) {
    if (labelled) facts.labels.push(...labelFacts(entry, numbered, place, facts.displays.length));
    facts.displays.push(displayFacts(entry, numbered, place));
  }
  for (const [at, { command, key, span, keySpan }] of display.references.entries()) {
    const number = numbered.references[at] ?? null;
    const spans = { span: toPost(span), keySpan: toPost(keySpan) };
    facts.references.push({ command, key, ...spans, number, inFormula: true });
  }
}

function displayFacts(
  { formula, index, display }: FormulaEntry,
  numbered: NumberedDisplay,
  { block, offset, starts }: Place,
): DisplayFacts {
  const span = shiftSpan(formula.span, offset);
  const toPost = spanMapper(formula.tex, offset);
  const { error } = numbered;
  return {
    environment: display.environment,
    span,
    line: positionAt(starts, span.start).line,
    endLine: positionAt(starts, Math.max(span.start, span.end - 1)).line,
    block,
    formula: index,
    rows: display.rows.map((row, at): RowFacts => {
      const { number = null, shown = null, labels = [] } = numbered.rows[at] ?? {};
      const standing = number === null ? row.labels.map(({ key }) => key) : [];
      const span = trimSpan(formula.tex.text, row.span);
      return {
        span: toPost(span),
        number,
        shown,
        labels: [...labels, ...standing],
        tagged: row.numbering.kind === 'tag',
        fingerprint: number === null ? 0 : fingerprintOfTex(formula.tex.text, span),
      };
    }),
    error:
      error === null
        ? null
        : { code: error.code, subject: error.subject, span: toPost(error.span) },
  };
}

function labelFacts(
  { formula, display }: FormulaEntry,
  numbered: NumberedDisplay,
  { page, index, offset }: Place,
  displayIndex: number,
): readonly LabelFacts[] {
  const toPost = spanMapper(formula.tex, offset);
  const rows = new Map(
    display.rows.flatMap(({ labels }, row) => labels.map((label) => [label, row])),
  );
  return labelsOf(display).map((label): LabelFacts => {
    const row = rows.get(label) ?? 0;
    const owner = page.owners.get(label.key);
    const takes = label.takes !== null && owner?.display === index;
    const number = takes ? visibleNumber(owner, page) : null;
    return {
      key: label.key,
      span: toPost(label.span),
      keySpan: toPost(label.keySpan),
      display: displayIndex,
      row,
      number,
      fault: faultOf(label, row, number, numbered, formula.display),
    };
  });
}

function faultOf(
  label: { readonly takes: number | null; readonly inner: boolean },
  row: number,
  number: string | null,
  numbered: NumberedDisplay,
  isDisplay: boolean,
): LabelFault | null {
  if (number !== null) return label.takes === row ? null : 'moved-to-next-row';
  if (numbered.error !== null) return 'display-in-error';
  const rowHasNumber = (numbered.rows[row]?.number ?? null) !== null;
  if (!isDisplay && !rowHasNumber) return 'inline';
  return label.inner && rowHasNumber ? 'inner-environment' : 'row-without-number';
}

function trimSpan(text: string, { start, end }: Span): Span {
  const row = text.slice(start, end);
  const trimmed = row.trim();
  const from = start + row.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** From the TeX of a formula to the post. */
function spanMapper(tex: MappedText, offset: number): (span: Span) => Span {
  return ({ start, end }) => {
    const from = toSource(tex, start);
    return { start: offset + from, end: offset + Math.max(from, endToSource(tex, end)) };
  };
}
