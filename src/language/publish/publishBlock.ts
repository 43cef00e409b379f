// What is changed of one block for publishing: its formulas, references, comments, worksheets and marks of the site.
import type { Formula } from '../../core/markdown/block.js';
import { numberDisplay } from '../../core/numbering/numberDisplays.js';
import type { NumberedDisplay } from '../../core/numbering/display.js';
import type { Snapshot } from '../../core/post/facts.js';
import { isWorksheetFence } from '../../core/post/worksheets.js';
import type { Span } from '../../core/text/span.js';
import { blanked } from './blanked.js';
import type { MacroExpander } from './expandMacros.js';
import { publishFormula, referenceText, type PublishedFormula } from './publishFormula.js';
import { publishProse } from './publishProse.js';
import type { PublishedPart, PublishProblem, PublishTarget } from './target.js';
import {
  displayFormula,
  holdsDisplays,
  inlineFormula,
  withoutPipes,
  type FormulaPlace,
} from './writeFormula.js';

export interface BlockSetting {
  readonly post: Snapshot;
  readonly target: PublishTarget;
  readonly expander: MacroExpander;
  readonly numberOf: (key: string) => string | null;
}

export function publishBlock(position: number, setting: BlockSetting): readonly PublishedPart[] {
  const { post, target } = setting;
  const block = post.blocks.blocks[position];
  if (!block) return [];
  const dropped = [
    ...block.comments.map(({ span }) => span),
    ...block.fences.filter(isWorksheetFence).map(({ span }) => span),
  ];
  const text = blanked(block.text, dropped);
  const numbers = numbersOf(post, position);
  return [
    ...dropped.map((span) => dropping(block.text, span)),
    ...block.formulas.flatMap((formula, index) => {
      const place = { kind: block.kind, text, span: formula.span };
      const numbered = numbers.formulas.get(index) ?? null;
      return formulaParts({ formula, numbered, place, source: block.text }, setting);
    }),
    ...block.references.map(({ command, key, span }, at) => {
      const number = numbers.references[at] ?? null;
      return {
        change: { span, text: referenceText(command, number) },
        problem: lost(number, key, span),
      };
    }),
    ...publishProse(block, text, target),
  ];
}

interface FormulaNumbers extends NumberedDisplay {
  /** The keys of its references that no number is behind. */
  readonly unresolved: readonly string[];
}

interface BlockNumbers {
  /** By the index of the formula in its block. */
  readonly formulas: ReadonlyMap<number, FormulaNumbers>;
  /** Of the references in prose. */
  readonly references: readonly (string | null)[];
}

function numbersOf(post: Snapshot, position: number): BlockNumbers {
  const formulas = new Map<number, FormulaNumbers>();
  const references: (string | null)[] = [];
  const first = post.firstEntries[position] ?? 0;
  for (const [at, entry] of (post.math[position]?.entries ?? []).entries()) {
    const numbered = numberDisplay(post.numbers, first + at, entry.display);
    if (entry.kind === 'reference') references.push(numbered.references[0] ?? null);
    else {
      const lost = entry.display.references.filter((_, at) => numbered.references[at] === null);
      formulas.set(entry.index, { ...numbered, unresolved: lost.map(({ key }) => key) });
    }
  }
  return { formulas, references };
}

interface PlacedFormula {
  readonly formula: Formula;
  readonly numbered: FormulaNumbers | null;
  readonly place: FormulaPlace;
  /** The text of the block as it is. */
  readonly source: string;
}

function formulaParts(placed: PlacedFormula, setting: BlockSetting): readonly PublishedPart[] {
  const { formula, numbered, place, source } = placed;
  const { tex, delimiter, display, span } = formula;
  const { post, target, expander, numberOf } = setting;
  const expanded = expander.expand(tex.text);
  const read = { tex: expanded.tex, delimiter, isDisplay: display, numbered, numberOf };
  const published = publishFormula(read, post.site, target);
  const isLone = published.kind === 'display' && holdsDisplays(place);
  const written = isLone
    ? displayFormula(target.writeFormula(published.text, true), place)
    : inLine(published, place, target);
  // Blanks would indent what goes on in a paragraph of its own.
  const end = span.end + (isLone ? blanksAt(source, span.end) : 0);
  const change = { span: { start: span.start, end }, text: published.text === '' ? '' : written };
  const isUnplaced = published.kind === 'display' && !isLone && place.kind !== 'html';
  const problems = [
    ...(expanded.isWhole ? [] : [{ code: 'macro', subject: '' } as const]),
    ...(published.fault ? [published.fault] : []),
    ...(numbered?.unresolved ?? []).map((key) => ({ code: 'reference', subject: key }) as const),
    ...(isUnplaced && hasNumber(numbered) ? [{ code: 'table', subject: '' } as const] : []),
  ];
  return [
    { change, problem: null },
    ...problems.map((problem) => ({ change: null, problem: { ...problem, span } })),
  ];
}

function blanksAt(text: string, at: number): number {
  return /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
}

function hasNumber(numbered: FormulaNumbers | null): boolean {
  return numbered?.rows.some(({ shown }) => shown !== null) === true;
}

function inLine(
  { kind, text }: Pick<PublishedFormula, 'kind' | 'text'>,
  place: FormulaPlace,
  { writeFormula }: PublishTarget,
): string {
  if (kind === 'text') return text;
  const tex = place.kind === 'table' ? withoutPipes(text) : text;
  if (kind === 'inline') return inlineFormula(writeFormula(tex, false), place);
  // Lines of their own would end the HTML around it.
  return place.kind === 'html'
    ? inlineFormula(writeFormula(tex, true), place)
    : inlineFormula(writeFormula(`\\displaystyle ${tex}`, false), place);
}

function lost(number: string | null, key: string, span: Span): PublishProblem | null {
  return number === null ? { code: 'reference', subject: key, span } : null;
}

/** With its line, where nothing else stands there. */
function dropping(text: string, { start, end }: Span): PublishedPart {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const isAlone =
    text.slice(lineStart, start).trim() === '' &&
    text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
  const span = isAlone
    ? { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 }
    : { start, end };
  return { change: { span, text: '' }, problem: null };
}
