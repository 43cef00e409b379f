// Reads statements: what each is, before it is known which names the others define.
import type { Span } from '../../core/text/span.js';
import { sliceMapped, toSource, type MappedText } from '../../core/text/mapped.js';
import { parseMappedTex } from '../../tex/parse.js';
import type { TexMacros } from '../../tex/tree.js';
import { withoutFileNames } from '../data/fileNames.js';
import type { Problem } from '../messages.js';
import type { FormulaText } from '../formulaText.js';
import { readSyntax } from '../read/read.js';
import { attempt, refuse } from '../refusal.js';
import type { NameSyntax, RelationSyntax, Syntax } from '../syntax.js';
import {
  analysisHead,
  readAnalysis,
  subjectsIn,
  type Analysis,
  type DisplayedSubject,
} from './analyses.js';
import { withData, type DataOf } from './dataLines.js';
import { domainsTogether, readDomains, type Domain } from './domains.js';
import { leftSideOf, type LeftSide } from './forms.js';
import { cutRanges, type IndexRange } from './indexRanges.js';
import { splitStatements, type StatementText } from './lines.js';
import { piecesOf, refuseNumberComma, rowsOf, spanning, type Piece } from './pieces.js';
import { isPlotForm, readPlot, type Plot, type PlotForm } from './plots.js';
import { hasIndices } from './profile.js';
import { areReferences, referencesIn } from './references.js';
import { readSetting, type Setting } from './settings.js';
import { readSlide, type Slide } from './slides.js';
import { sourceOf, spanOf } from './sources.js';
import { isIndexRange, isNumber } from './strayPieces.js';
import { readTable, type Table } from './tables.js';

/** One statement of the scope, in the order of the post. */
export interface Statement {
  readonly content: StatementContent;
  readonly span: Span;
  readonly source: string;
  /** Where the worksheet states it, or names the display that states it. */
  readonly namedAt: number;
  readonly origin: Origin;
  /** What its places are places of. */
  readonly text: MappedText;
}

/**
 * Rows of a display that a worksheet names state definitions, and what else they hold is not theirs to
 * show; of a display that is checked, each row is a step.
 */
export type Origin = 'sheet' | 'display' | 'checked';

export type StatementContent =
  | {
      readonly kind: 'relation';
      readonly relation: RelationSyntax;
      readonly left: LeftSide | null;
      /** Where indices of its left side run. */
      readonly ranges: readonly IndexRange[];
    }
  | {
      readonly kind: 'expression';
      readonly syntax: Syntax;
      /** Where its indices run, as it is said behind it. */
      readonly ranges: readonly IndexRange[];
    }
  | { readonly kind: 'domains'; readonly domains: readonly Domain[] }
  | { readonly kind: 'setting'; readonly setting: Setting }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'plot'; readonly plot: Plot }
  | { readonly kind: 'analysis'; readonly analysis: Analysis }
  | { readonly kind: 'slide'; readonly slide: Slide }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface ReadingContext {
  readonly macros: TexMacros;
  readonly displayOf: (label: string) => NamedDisplay | null;
  /** Why there is no such display. */
  readonly refusalOf?: (label: string) => Problem['code'] | null;
  /** The data beside the post; where there are none, nothing is read. */
  readonly dataOf?: DataOf;
  /** Where a reader has moved the slider of a line; `null` for where it begins. */
  readonly movedTo?: (line: string) => number | null;
}

export interface NamedDisplay {
  readonly formula: FormulaText;
  /** Those that hold where it stands. */
  readonly macros: TexMacros;
}

export function readWorksheet(sheet: MappedText, context: ReadingContext): readonly Statement[] {
  return splitStatements(sheet).flatMap((line) => readStatements(line, context));
}

export function readStatements(line: StatementText, context: ReadingContext): readonly Statement[] {
  const namedAt = toSource(line.text, 0);
  return readLine(line, context).map((statement) => ({ ...statement, namedAt }));
}

const KEYWORD = /^(plot|histogram|heat|table|check|slide|analyse|set)(?:\[[^\]]*\])?(?=\s|$)/;
type Keyword = 'set' | 'table' | 'slide' | PlotForm;

function isKeyword(word: string | undefined): word is Keyword {
  return word === 'set' || word === 'table' || word === 'slide' || isPlotForm(word);
}

/** A statement before its line is known. */
export type Unplaced = Omit<Statement, 'namedAt'>;

function readLine({ text, unclosed }: StatementText, context: ReadingContext): readonly Unplaced[] {
  const whole = spanOf(text);
  const statement = (content: StatementContent): readonly Unplaced[] => [
    { content, span: whole, source: text.text, origin: 'sheet', text },
  ];
  const refusal = (problem: Problem): readonly Unplaced[] =>
    statement({ kind: 'problem', problem });
  if (unclosed !== null) {
    const start = toSource(text, unclosed.at);
    const span = { start, end: start + unclosed.open.length };
    return refusal({ code: 'statement.unclosed', span, data: { open: unclosed.open } });
  }
  const one = (read: () => StatementContent): readonly Unplaced[] => {
    const found = attempt(read, whole);
    return found.ok ? statement(found.value) : refusal(found.refusal);
  };
  const keyword = KEYWORD.exec(text.text)?.[1];
  if (keyword === 'check') return checkLine(text, context, refusal);
  if (keyword === 'analyse') return analysisLine(text, whole, context, statement, refusal);
  if (isKeyword(keyword)) return one(() => keywordLine(keyword, text, whole, context));
  if (areReferences(text.text)) return displayStatements(text, context, refusal);
  return readTree(text, context.macros, 'sheet').map((read) => ({
    ...read,
    content: readData(read.content, text, context),
  }));
}

type OneStatement = (content: StatementContent) => readonly Unplaced[];

/** What stands on a line of its own and is one statement. */
function keywordLine(
  keyword: Keyword,
  text: MappedText,
  span: Span,
  { macros, movedTo }: ReadingContext,
): StatementContent {
  switch (keyword) {
    case 'set':
      return { kind: 'setting', setting: readSetting(text.text, span) };
    case 'table': {
      const rest = sliceMapped(text, keyword.length, text.text.length);
      return { kind: 'table', table: readTable(rest, macros) };
    }
    case 'slide':
      return { kind: 'slide', slide: readSlide(text, macros, movedTo?.(text.text) ?? null) };
    default:
      return { kind: 'plot', plot: readPlot(keyword, text, macros) };
  }
}

/** `analyse S`; `analyse \\eqref{eq:s}` is of what that display defines, or of its last side. */
function analysisLine(
  text: MappedText,
  span: Span,
  context: ReadingContext,
  statement: OneStatement,
  refusal: (problem: Problem) => readonly Unplaced[],
): readonly Unplaced[] {
  const head = attempt(() => analysisHead(text), span);
  if (!head.ok) return refusal(head.refusal);
  const { wanted, rest } = head.value;
  if (!areReferences(rest.text)) {
    const read = attempt(() => readAnalysis(head.value, context.macros), span);
    return read.ok ? statement({ kind: 'analysis', analysis: read.value }) : refusal(read.refusal);
  }
  const stated = displayStatements(rest, context, refusal);
  const found = stated.flatMap(subjectIn);
  const subject = found.find(({ isFunction }) => isFunction) ?? found[0];
  const broken = stated.some(({ content }) => content.kind === 'problem');
  if (subject === undefined)
    return broken ? stated : refusal({ code: 'analyse.form', span, data: {} });
  const analysis = { subject: subject.syntax, label: subject.label, wanted };
  const definitions = stated.filter(({ content }) => content.kind === 'relation');
  return [...definitions, ...statement({ kind: 'analysis', analysis })];
}

/** What a statement of a display gives to analyse. */
function subjectIn({ content, text }: Unplaced): readonly DisplayedSubject[] {
  const source = (span: Span): string => sourceOf(text, span);
  if (content.kind === 'expression') return subjectsIn(content.syntax, null, source);
  return content.kind === 'relation' ? subjectsIn(content.relation, content.left, source) : [];
}

function readData(
  content: StatementContent,
  text: MappedText,
  { dataOf }: ReadingContext,
): StatementContent {
  if (content.kind !== 'relation') return content;
  const { relation, left } = content;
  const read = attempt(() => withData(relation, left, text, dataOf), relation.span);
  return read.ok
    ? { ...content, relation: read.value }
    : { kind: 'problem', problem: read.refusal };
}

/** `check \eqref{eq:x}` checks the rows of a display, `check R` is about a relation. */
function checkLine(
  text: MappedText,
  context: ReadingContext,
  refusal: (problem: Problem) => readonly Unplaced[],
): readonly Unplaced[] {
  const rest = sliceMapped(text, 'check'.length, text.text.length);
  if (areReferences(rest.text)) return displayStatements(rest, context, refusal, 'checked');
  return readTree(rest, context.macros, 'checked').map((read) =>
    ['relation', 'problem'].includes(read.content.kind)
      ? { ...read, content: withoutLeft(read.content) }
      : { ...read, content: notARelation(read.span) },
  );
}

/** What is checked defines nothing. */
function withoutLeft(content: StatementContent): StatementContent {
  return content.kind === 'relation' ? { ...content, left: null } : content;
}

function notARelation(span: Span): StatementContent {
  return { kind: 'problem', problem: { code: 'check.not-a-relation', span, data: {} } };
}

/** `\eqref{eq:s1p}` takes the definitions of that display. */
function displayStatements(
  text: MappedText,
  context: ReadingContext,
  refusal: (problem: Problem) => readonly Unplaced[],
  origin: Origin = 'display',
): readonly Unplaced[] {
  return referencesIn(text.text).flatMap(({ label, start, end }) => {
    const display = context.displayOf(label);
    if (display !== null) return readDisplay(display.formula, display.macros, origin);
    const span = spanOf(sliceMapped(text, start, end));
    return refusal({
      code: context.refusalOf?.(label) ?? 'unsupported.reference',
      span,
      data: { label },
    });
  });
}

export function readDisplay(
  { tex }: FormulaText,
  macros: TexMacros,
  origin: Origin,
): readonly Unplaced[] {
  return readTree(tex, macros, origin);
}

function readTree(text: MappedText, macros: TexMacros, origin: Origin): readonly Unplaced[] {
  const { tree, problems } = parseMappedTex(withoutFileNames(text), macros);
  const [problem] = problems;
  const whole = spanOf(text);
  if (problem !== undefined) {
    const { code, span, detail } = problem;
    const content = { kind: 'problem', problem: { code, span, data: { detail } } } as const;
    return [{ content, span: whole, source: text.text, origin, text }];
  }
  const parts = rowsOf(tree);
  return parts.flatMap((part) => readPart(part, parts.length === 1 ? whole : null, text, origin));
}

function readPart(
  part: Piece,
  whole: Span | null,
  text: MappedText,
  origin: Origin,
): readonly Unplaced[] {
  const single = (content: StatementContent): readonly Unplaced[] => [
    { content, span: whole ?? part.span, source: sourceOf(text, part.span), origin, text },
  ];
  const read = attempt(() => rangedPieces(part), part.span);
  if (!read.ok) return single({ kind: 'problem', problem: read.refusal });
  const { pieces, ranges } = read.value;
  // `i = 1, …, n` says where i runs; it defines nothing.
  if (isIndexRange(pieces)) return [];
  const stray = pieces.length > 1 ? pieces.find(isNumber) : undefined;
  if (stray !== undefined)
    return single({
      kind: 'problem',
      problem: { code: 'statement.list', span: stray.span, data: {} },
    });
  const groups = origin === 'checked' ? pieces.map((piece) => [piece]) : domainsTogether(pieces);
  const contents = withSharedLaws(
    groups.map((group) => {
      const domains = origin === 'checked' ? null : domainsIn(group, text, origin);
      return domains ?? readPiece(spanning(group), ranges);
    }),
  );
  return contents.map((content, at) => {
    const { span } = spanning(groups[at] ?? []);
    const own = groups.length === 1 && whole !== null ? whole : span;
    return { content, span: own, source: sourceOf(text, span), origin, text };
  });
}

function domainsIn(
  group: readonly Piece[],
  text: MappedText,
  origin: Origin,
): StatementContent | null {
  const { span } = spanning(group);
  const read = attempt(() => readDomains(group, (own) => sourceOf(text, own)), span);
  // The domains of a display are not taken over, so none has to be understood.
  if (!read.ok && origin === 'display') return { kind: 'domains', domains: [] };
  if (!read.ok) return { kind: 'problem', problem: read.refusal };
  return read.value === null ? null : { kind: 'domains', domains: read.value };
}

interface RangedPieces {
  readonly pieces: readonly Piece[];
  readonly ranges: readonly IndexRange[];
}

/** The statements of a row, without what says where the indices of their left sides run. */
function rangedPieces({ nodes }: Piece): RangedPieces {
  const { letters, ranges, ...cut } = cutRanges(nodes);
  const before = piecesOf(cut.nodes);
  const indices = letters.length === 0 ? [] : before.flatMap(indicesOnLeft);
  if (letters.length > 0 && letters.every(({ name }) => indices.includes(name.plain)))
    return { pieces: before, ranges };
  if (ranges.length === letters.length && before.length === 1 && isOver(before[0], letters))
    return { pieces: before, ranges };
  refuseNumberComma(nodes);
  return { pieces: piecesOf(nodes), ranges: [] };
}

/** `S(A_i),\\ i \\in 1..n`. */
function isOver(piece: Piece | undefined, letters: readonly NameSyntax[]): boolean {
  const content = piece === undefined ? null : readPiece(piece, []);
  return (
    content?.kind === 'expression' && letters.length > 0 && hasIndices(content.syntax, letters)
  );
}

function indicesOnLeft(piece: Piece): readonly string[] {
  const content = readPiece(piece, []);
  const left = content.kind === 'relation' ? content.left : null;
  if (left?.kind === 'step') return [left.step.index.name.plain];
  const pattern = left?.kind === 'indexed' ? left.pattern : [];
  return pattern.flatMap((part) => (part.kind === 'letter' ? [part.name.plain] : []));
}

function readPiece(piece: Piece, ranges: readonly IndexRange[]): StatementContent {
  const read = attempt((): StatementContent => {
    const syntax = readSyntax(piece.nodes, piece.span);
    if (syntax.kind !== 'relation') return { kind: 'expression', syntax, ranges };
    const [first] = syntax.operands;
    const left = first === undefined ? null : leftSideOf(first);
    const isMeantSo = [':=', '\\triangleq'].includes(syntax.relations[0]?.operator ?? '');
    if (isMeantSo && left === null && first?.kind === 'indexed')
      refuse('definition.left-side', first.span);
    return {
      kind: 'relation',
      relation: syntax,
      left: defines(syntax, left) ? left : null,
      ranges,
    };
  }, piece.span);
  return read.ok ? read.value : { kind: 'problem', problem: read.refusal };
}

/** `X \sim \mathcal N(0,1)` draws a name; `n \sim 100` says how large something is. */
function defines({ operands, relations }: RelationSyntax, left: LeftSide | null): boolean {
  const operator = relations[0]?.operator ?? '=';
  if (operator !== '\\sim') return ['=', ':=', '\\triangleq', '\\equiv'].includes(operator);
  const isLaw = operands[1] !== undefined && !['number', 'function'].includes(operands[1].kind);
  return isLaw && relations.length === 1 && (left?.kind === 'name' || left?.kind === 'indexed');
}

/** `X, Y \sim p`: the names before the last have its law too. */
function withSharedLaws(contents: readonly StatementContent[]): readonly StatementContent[] {
  const shared: StatementContent[] = [];
  let law: RelationSyntax | null = null;
  for (const content of [...contents].reverse()) {
    if (content.kind === 'relation')
      law = content.relation.relations[0]?.operator === '\\sim' ? content.relation : null;
    const isName =
      content.kind === 'expression' && ['name', 'indexed'].includes(content.syntax.kind);
    if (law === null || content.kind !== 'expression' || !isName) {
      if (content.kind !== 'relation') law = null;
      shared.unshift(content);
      continue;
    }
    const relation: RelationSyntax = {
      ...law,
      operands: [content.syntax, ...law.operands.slice(1)],
    };
    shared.unshift({ kind: 'relation', relation, left: leftSideOf(content.syntax), ranges: [] });
  }
  return shared;
}
