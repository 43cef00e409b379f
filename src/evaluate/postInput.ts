// What of a post takes part in evaluation, as plain data that can travel to a worker.
import type { Block, Comment, Formula } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import {
  asksForValues,
  isMark,
  isWorksheetFence,
  referencesIn,
  worksheetStart,
  type WorksheetReference,
} from '../core/post/worksheets.js';
import { remembered } from '../core/remembered.js';
import type { MappedText } from '../core/text/mapped.js';
import { identityText, sliceMapped } from '../core/text/mapped.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import type { TexMacros } from '../tex/tree.js';
import { checksOf, type CheckedDisplay, type StrayCheck } from './checkedDisplays.js';
import { unnamedDisplays, type UnnamedDisplay } from './definingDisplays.js';
import type { DataFiles } from './data/dataFile.js';
import { fileNamesIn } from './data/fileNames.js';
import { formulaText, shiftMapped, type FormulaText } from './formulaText.js';
import { linkedStart, WORKSHEET_START } from './joinedPlaces.js';
import {
  linkedDisplays,
  linksOfWorksheets,
  type LinkedDisplays,
  type LinkedFormula,
} from './linkedDisplay.js';
import { macrosFor } from './macrosFor.js';
import type { AskedCurve } from './worksheet/curveResults.js';
import { approximateReach, isApproximate, mayBeClaim } from './mayBeClaim.js';

/** All places are offsets of the post, or of what is joined to it. */
export interface PostForEvaluation {
  readonly worksheets: readonly WorksheetText[];
  readonly marks: readonly Mark[];
  /** Inline formulas without a mark that may claim a value. */
  readonly prose: readonly FormulaText[];
  /** Displays that a worksheet names by a label. */
  readonly displays: readonly LabelledDisplay[];
  /** Displays of other posts that a worksheet names, or why there are none. */
  readonly linked: readonly LinkedFormula[];
  /** Displays whose rows are checked. */
  readonly checked: readonly CheckedDisplay[];
  /** The other displays, where anything is asked for. */
  readonly unnamed: readonly UnnamedDisplay[];
  /** Formulas whose curves are asked for. */
  readonly curves: readonly AskedCurve[];
  /** Comments that would ask for the check of a display in another place. */
  readonly stray: readonly StrayCheck[];
  /** The files beside the post that its worksheets name. */
  readonly data: DataFiles;
  /** Where a reader has moved sliders, by their lines; the others stand where they begin. */
  readonly moved: MovedSliders;
  /** All macros that the blog and the post define. */
  readonly macros: TexMacros;
}

/** The values of sliders by their lines. */
export type MovedSliders = ReadonlyMap<string, number>;

/** A fenced block `eval`, a one-line comment `<!-- eval: … -->`, or the file `NAME.eval` beside `NAME.md`. */
export interface WorksheetText {
  readonly kind: 'fence' | 'comment' | 'file';
  readonly text: MappedText;
}

/** `<!--= … -->` behind a formula, or behind a number where it holds an expression itself. */
export interface Mark {
  readonly formula: FormulaText | null;
  /** What stands between `<!--=` and `-->`. */
  readonly content: MappedText;
  /** A number written directly before a mark that follows no formula: `0.99<!--= S(x) -->`. */
  readonly numberBefore: MappedText | null;
  /** The whole comment. */
  readonly span: Span;
  /** Which statement of the formula is meant, by a place in it; without one it has to be the only one. */
  readonly at?: number;
  /** Whether its calculation is wanted as a program. */
  readonly asPython?: boolean;
}

export interface LabelledDisplay {
  readonly labels: readonly string[];
  readonly formula: FormulaText;
}

/** What is evaluated with the post. */
export interface EvaluationChoices {
  /** Asks for the check of every display. */
  readonly checkAll?: boolean;
  /** The text of the file `NAME.eval`, where there is one. */
  readonly worksheet?: string | null;
  /** Displays of other posts that were read. */
  readonly linked?: LinkedDisplays;
  /** Files of data that were found. */
  readonly data?: DataFiles;
  readonly moved?: MovedSliders;
}

/** Most posts hold nothing that computes, and need not be asked about it. */
export function mayHoldResults(
  { blocks }: Snapshot,
  { worksheet = null }: EvaluationChoices = {},
): boolean {
  return (
    worksheet !== null ||
    asksForValues(blocks.blocks) ||
    blocks.blocks.some((block) => proseClaims(block).length > 0)
  );
}

const none: readonly Formula[] = [];

/** The formulas of the prose of a block that may claim something: a long post has many others. */
function proseClaims(block: Block): readonly Formula[] {
  if (block.formulas.length === 0) return none;
  return readClaims(block);
}

const readClaims = remembered(({ formulas, text }: Block) =>
  formulas.filter(({ display, tex, span: { start, end } }) => {
    if (display || !mayBeClaim(tex.text)) return false;
    const before = text.slice(Math.max(0, start - approximateReach), start);
    return !isApproximate(before, text.slice(end, end + approximateReach));
  }),
);

/** The files of data that the worksheets of a post name, as they are written. */
export function filesNamed({ blocks }: Snapshot, worksheet: string | null): ReadonlySet<string> {
  const found = new Set(worksheet === null ? [] : pathsIn(worksheet));
  for (const block of blocks.blocks) {
    if (block.fences.length === 0 && block.comments.length === 0) continue;
    for (const path of filesOfBlock(block)) found.add(path);
  }
  return found;
}

const filesOfBlock = remembered((block: Block) =>
  worksheetsOf(block, 0).flatMap(({ text }) => pathsIn(text.text)),
);

function pathsIn(text: string): readonly string[] {
  return fileNamesIn(text).flatMap(({ request }) => (request === null ? [] : [request.path]));
}

export function postForEvaluation(
  snapshot: Snapshot,
  choices: EvaluationChoices = {},
): PostForEvaluation {
  const { checkAll = false, worksheet = null } = choices;
  const worksheets: WorksheetText[] = [];
  const marks: Mark[] = [];
  const prose: FormulaText[] = [];
  for (const [index, block] of snapshot.blocks.blocks.entries()) {
    const isSilent = block.fences.length === 0 && block.comments.length === 0;
    if (isSilent && proseClaims(block).length === 0) continue;
    const offset = snapshot.blocks.starts[index] ?? 0;
    worksheets.push(...worksheetsOf(block, offset));
    const marked = marksOf(block, offset);
    marks.push(...marked);
    const withMark = new Set(marked.map((mark) => mark.formula?.span.start));
    for (const formula of proseClaims(block)) {
      if (!withMark.has(formula.span.start + offset)) prose.push(formulaText(formula, offset));
    }
  }
  const file = worksheet === null ? null : identityText(worksheet, WORKSHEET_START);
  if (file !== null) worksheets.push({ kind: 'file', text: file });
  const references = [
    ...snapshot.facts.worksheetReferences,
    ...(file === null ? [] : referencesIn(file)),
  ];
  const displays = displaysOf(snapshot, references);
  const linked = linkedFormulas(snapshot, references, choices);
  const { checked, stray } = checksOf(snapshot, checkAll);
  const asked = [...worksheets, ...marks];
  const unnamed = unnamedDisplays(snapshot, asked.length > 0, references);
  const texts = [
    ...worksheets.map(({ text }) => text.text),
    ...marks.flatMap(({ formula, content }) => [formula?.tex.text ?? '', content.text]),
    ...prose.map(({ tex }) => tex.text),
    ...[...displays, ...checked, ...unnamed].map(({ formula }) => formula.tex.text),
    ...checked.map(({ domains }) => domains?.text ?? ''),
  ];
  const macros = macrosFor(snapshot, texts);
  const parts = { worksheets, marks, prose, displays, linked, checked, curves: [], stray, unnamed };
  return { ...parts, ...besidesOf(choices), macros };
}

function besidesOf({
  data = new Map(),
  moved = new Map(),
}: EvaluationChoices): Pick<PostForEvaluation, 'data' | 'moved'> {
  return { data, moved };
}

function worksheetsOf(block: Block, offset: number): readonly WorksheetText[] {
  const found: { at: number; sheet: WorksheetText }[] = [];
  for (const fence of block.fences) {
    if (!isWorksheetFence(fence)) continue;
    const text = shiftMapped(fence.body, offset);
    found.push({ at: fence.span.start, sheet: { kind: 'fence', text } });
  }
  for (const comment of block.comments) {
    const start = worksheetStart(comment);
    if (start === null) continue;
    const text = shiftMapped(restOf(comment.text, start), offset);
    found.push({ at: comment.span.start, sheet: { kind: 'comment', text } });
  }
  return found.sort((left, right) => left.at - right.at).map(({ sheet }) => sheet);
}

function marksOf(block: Block, offset: number): readonly Mark[] {
  return block.comments.filter(isMark).map((comment) => markOf(block, comment, offset));
}

function markOf(block: Block, comment: Comment, offset: number): Mark {
  const formula = block.formulas.find((one) => isBehind(block.text, one, comment));
  return {
    formula: formula === undefined ? null : formulaText(formula, offset),
    content: shiftMapped(restOf(comment.text, 1), offset),
    numberBefore: formula === undefined ? numberBefore(block.text, comment, offset) : null,
    span: shiftSpan(comment.span, offset),
  };
}

/** A mark belongs to the formula that ends where it begins; behind a display, blanks may stand between. */
function isBehind(text: string, formula: Formula, comment: Comment): boolean {
  const between = text.slice(formula.span.end, comment.span.start);
  return (
    formula.span.end <= comment.span.start &&
    (between === '' || (formula.display && /^[ \t]*$/.test(between)))
  );
}

/** Whole, so not the `000` of `1,000` or `1，000`, the `3` of `1e-3`, the `4` of `3/4` or the `2` of `x2`. */
const NUMBER_BEFORE = /(?<![\w.,，:^/*%·×±–—−+-]|\d\s)[-+−]?(?:\d+(?:\.\d+)?|\.\d+)\s?$/;
const LONGEST_NUMBER = 60;

function numberBefore(text: string, comment: Comment, offset: number): MappedText | null {
  const before = text.slice(Math.max(0, comment.span.start - LONGEST_NUMBER), comment.span.start);
  const found = NUMBER_BEFORE.exec(before);
  if (found === null || (found.index === 0 && before.length === LONGEST_NUMBER)) return null;
  const written = found[0].trimEnd().replace('−', '-');
  const source = comment.span.start - found[0].length + offset;
  return { text: written, pieces: [{ at: 0, source }] };
}

function linkedFormulas(
  snapshot: Snapshot,
  references: readonly WorksheetReference[],
  { worksheet = null, linked }: EvaluationChoices,
): readonly LinkedFormula[] {
  const found =
    linked ?? linkedDisplays(snapshot, linksOfWorksheets(snapshot, worksheet), () => null);
  return [...found].map(([label, display], index): LinkedFormula => {
    const at = references.find(({ key }) => key === label)?.span ?? { start: 0, end: 0 };
    if (display.kind === 'refused') return { label, at, code: display.code };
    const start = linkedStart(index);
    const span = { start, end: start + display.tex.length };
    const formula = { tex: identityText(display.tex, start), display: true, span };
    return { label, at, formula, macros: display.macros };
  });
}

function displaysOf(
  snapshot: Snapshot,
  references: readonly WorksheetReference[],
): readonly LabelledDisplay[] {
  const named = new Set(references.map(({ key }) => key));
  if (named.size === 0) return [];
  return snapshot.facts.displays.flatMap((display) => {
    const labels = display.rows.flatMap((row) => row.labels).filter((label) => named.has(label));
    const formula = snapshot.blocks.blocks[display.block]?.formulas[display.formula];
    if (labels.length === 0 || formula === undefined) return [];
    const offset = snapshot.blocks.starts[display.block] ?? 0;
    return [{ labels, formula: formulaText(formula, offset) }];
  });
}

function restOf(mapped: MappedText, from: number): MappedText {
  return sliceMapped(mapped, from, mapped.text.length);
}
