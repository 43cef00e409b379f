// The block rules of markdown-it that must know of displays: a display that is open at a line's end
// takes the lines behind it, and one that is alone is a block.
import type { MarkdownIt, Token } from 'markdown-it';
import { containerKey, type ContainerLines } from '../core/markdown/containerLines.js';
import { scanInline } from '../core/markdown/inline.js';
import { displayOf, displayPage } from '../core/markdown/protectedMath.js';
import type { InlineFormula } from '../core/markdown/visibleMath.js';
import { FenceEnds } from '../core/markdown/fenceEnds.js';
import { isGapBefore } from '../core/markdown/gaps.js';
import { markLength } from '../core/markdown/listRules.js';
import { pipeTableAt } from '../core/markdown/pipeTable.js';
import { OpenDisplays } from '../core/markdown/openDisplay.js';
import { protectedBlockAt } from '../core/markdown/protectedBlocks.js';
import { endsParagraph, isUnderline, leavesItem } from '../core/markdown/paragraphEnds.js';
import { passesThrough } from '../core/markdown/protectedTexts.js';
import {
  inParagraph as paragraphPlace,
  quoteMark,
  type TextPlace,
} from '../core/markdown/textPlace.js';
import type { EngineRules } from '../core/site/engine.js';
import { guardHtml } from './guardedHtml.js';
import { guardCode, guardFence, guardHeading } from './guardedLeaves.js';
import { guardList } from './guardedLists.js';
import { useQuoteRules } from './guardedQuotes.js';
import { guardTable } from './guardedTables.js';
import {
  itemStart,
  lineText,
  placedLines,
  ruleNamed,
  sourceLine,
  type BlockRule,
  type BlockState,
} from './placedLines.js';
import { pushTable } from './pushTable.js';

/** What is known of the text under way. */
interface Reading {
  readonly displays: OpenDisplays;
  readonly fences: FenceEnds;
  /** Where the paragraph that begins at `line` ends; several rules ask. */
  line: number;
  end: number;
}

export function useParagraphRules(md: MarkdownIt, rules: () => EngineRules): void {
  const { ruler } = md.block;
  const context = contextOf(md, rules);
  if (context.table !== undefined)
    ruler.at('table', context.table, { alt: ['paragraph', 'reference'] });
  const alt = ['paragraph', 'reference', 'blockquote'];
  if (context.fence !== undefined) ruler.at('fence', context.fence, { alt: [...alt, 'list'] });
  const code = ruleNamed(md, 'code');
  if (code !== undefined) ruler.at('code', guardCode(code, rules));
  if (context.list !== undefined) ruler.at('list', context.list, { alt });
  const heading = ruleNamed(md, 'heading');
  if (heading !== undefined) ruler.at('heading', guardHeading(heading, rules), { alt });
  if (context.html !== undefined) ruler.at('html_block', context.html, { alt });
  const display = displayRule(context);
  if (ruler.enable('math_block', true).length > 0) ruler.at('math_block', display);
  else ruler.after('blockquote', 'math_block', display);
  ruler.before('lheading', 'pipe_table', tableRule(context));
  useQuoteRules(md, rules);
  ruler.at('lheading', headingRule(context));
  ruler.at('paragraph', paragraphRule(context));
}

function contextOf(md: MarkdownIt, rules: () => EngineRules): Context {
  const readings = new WeakMap<BlockState, Reading>();
  const table = ruleNamed(md, 'table');
  const list = ruleNamed(md, 'list');
  const fenceBlock = ruleNamed(md, 'fence');
  const endsOf = (state: BlockState): FenceEnds => context.reading(state).fences;
  const fence = fenceBlock && guardFence(fenceBlock, rules, endsOf);
  const htmlBlock = ruleNamed(md, 'html_block');
  const html =
    htmlBlock &&
    guardHtml(htmlBlock, rules, (state, line, end) =>
      inParagraph(state, () => plainEnd(state, line, end, context)),
    );
  const rowEnds = [fence, html].filter((rule) => rule !== undefined);
  const context: Context = {
    html,
    fence,
    rules,
    table: table && guardTable(table, rules, rowEnds),
    list: list && guardList(list, rules),
    thematicBreak: ruleNamed(md, 'hr'),
    reading: (state) => {
      let reading = readings.get(state);
      if (reading === undefined) {
        const [displays, fences] = [new OpenDisplays(), new FenceEnds()];
        readings.set(state, (reading = { displays, fences, line: -1, end: -1 }));
      }
      return reading;
    },
  };
  return context;
}

interface Context {
  /** The rules of what ends no paragraph in some engines. */
  readonly table: BlockRule | undefined;
  readonly list: BlockRule | undefined;
  readonly html: BlockRule | undefined;
  readonly fence: BlockRule | undefined;
  readonly thematicBreak: BlockRule | undefined;
  readonly rules: () => EngineRules;
  readonly reading: (state: BlockState) => Reading;
}

function displayRule(context: Context): BlockRule {
  return (state, line, end, silent) => {
    const first = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
    if (silent || (first !== 36 && first !== 92)) return false;
    const alone =
      protectedAlone(state, line, end, context) ?? displayAlone(state, line, end, context);
    if (alone === null) return false;
    const { formula, last } = alone;
    if (typeof formula === 'string') return pushPage(state, formula, line, last);
    const token = state.push('math_block', 'math', 0);
    token.content = formula.tex.text;
    token.markup = '$$';
    token.map = [line, last];
    state.line = last;
    return true;
  };
}

/** A paragraph that is text in the page as it stands. */
function pushPage(state: BlockState, text: string, line: number, last: number): true {
  state.push('paragraph_open', 'p', 1).map = [line, last];
  const token = state.push('html_block', '', 0);
  token.content = state.md.utils.escapeHtml(text);
  token.map = [line, last];
  token.meta = { isPage: true };
  state.push('paragraph_close', 'p', -1);
  state.line = last;
  return true;
}

/** Whether the rules above have made a token of what is text in the page. */
export function isPageText(token: Token): boolean {
  return token.meta?.['isPage'] === true;
}

interface Alone<Formula> {
  readonly formula: Formula;
  /** The line behind it. */
  readonly last: number;
}

/** The block that the engine knows as a display; as the text that it is in the page where it is something else. */
function protectedAlone(
  state: BlockState,
  line: number,
  end: number,
  context: Context,
): Alone<InlineFormula | string> | null {
  const rules = context.rules();
  if (rules.protects === 'all') return null;
  const block = inParagraph(state, () =>
    protectedBlockAt(containerLines(state, end, context), line, rules),
  );
  if (block === null) return null;
  const content = contentOf(state, line, block.end);
  const { protection } = block;
  const formula = displayOf(content, protection) ?? displayPage(content, protection).text;
  return { formula, last: block.end };
}

/** The display that the lines from `line` on are. */
function displayAlone(
  state: BlockState,
  line: number,
  end: number,
  context: Context,
): Alone<InlineFormula> | null {
  const rules = context.rules();
  const last = paragraphEnd(state, line, end, context);
  if (last < end && headingLevel(state, line, last, rules) > 0) return null;
  const content = contentOf(state, line, last);
  const marks = quoteMarks(state, line, last, rules);
  const place = { ...paragraphPlace, marks: marks && ((at: number) => marks[at] ?? '') };
  const [formula, ...others] = scanInline(content, rules, place).formulas;
  if (!formula?.display || others.length > 0) return null;
  return formula.start === 0 && formula.end === content.length ? { formula, last } : null;
}

/** A table that is not markdown-it's. */
function tableRule(context: Context): BlockRule {
  return (state, line, end, silent) => {
    const rules = context.rules();
    if (silent || rules.tables.others !== 'pipes') return false;
    const lines = containerLines(state, end, context);
    const table = inParagraph(state, () => pipeTableAt(lines, line, rules));
    if (table === null) return false;
    pushTable(state, table, line);
    state.line = table.end;
    return true;
  };
}

function headingRule(context: Context): BlockRule {
  return (state, line, end) => {
    const next = paragraphEnd(state, line, end, context);
    const level = next < end ? headingLevel(state, line, next, context.rules()) : 0;
    if (level === 0) return false;
    const markup = level === 1 ? '=' : '-';
    const open = state.push('heading_open', `h${level}`, 1);
    open.markup = markup;
    open.map = [line, next + 1];
    pushInline(state, line, next, context.rules());
    state.push('heading_close', `h${level}`, -1).markup = markup;
    state.line = next + 1;
    return true;
  };
}

function paragraphRule(context: Context): BlockRule {
  return (state, line, end) => {
    const next = paragraphEnd(state, line, end, context);
    state.push('paragraph_open', 'p', 1).map = [line, next];
    pushInline(state, line, next, context.rules());
    state.push('paragraph_close', 'p', -1);
    state.line = next;
    return true;
  };
}

function pushInline(state: BlockState, line: number, end: number, rules: EngineRules): void {
  const token = state.push('inline', '', 0);
  const content = contentOf(state, line, end);
  token.content = content.slice(markLength(content, rules));
  token.map = [line, end];
  token.children = [];
  const marks = quoteMarks(state, line, end, rules);
  if (marks !== null) token.meta = { quoteMarks: marks };
}

/** The marks of quotes before each line; asked for where text is passed through. */
function quoteMarks(
  state: BlockState,
  line: number,
  end: number,
  rules: EngineRules,
): readonly string[] | null {
  if (state.level === 0 || !passesThrough(rules)) return null;
  return state.bMarks.slice(line, end).map((start) => {
    const lineStart = start === 0 ? 0 : state.src.lastIndexOf('\n', start - 1) + 1;
    return quoteMark(state.src.slice(lineStart, start));
  });
}

/** As the rules above have left them with the text. */
export function quoteMarksOf(token: Token): TextPlace['marks'] {
  const marks: unknown = token.meta?.['quoteMarks'];
  return Array.isArray(marks) ? (line) => String(marks[line] ?? '') : null;
}

function contentOf(state: BlockState, line: number, end: number): string {
  return state.getLines(line, end, state.blkIndent, false).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function paragraphEnd(state: BlockState, line: number, end: number, context: Context): number {
  const reading = context.reading(state);
  if (reading.line === line) return reading.end;
  const rules = context.rules();
  const lines = containerLines(state, end, context);
  reading.end = inParagraph(state, () =>
    rules.displaysHoldLines ? reading.displays.paragraphEnd(lines, line) : lines.plainEnd(line + 1),
  );
  reading.line = line;
  return reading.end;
}

/** Some rules end other blocks, but no paragraph; they ask what they would end. */
function inParagraph<T>(state: BlockState, ask: () => T): T {
  const parent = state.parentType;
  state.parentType = 'paragraph';
  const answer = ask();
  state.parentType = parent;
  return answer;
}

function containerLines(state: BlockState, end: number, context: Context): ContainerLines {
  return {
    container: containerKey(state.level, state.blkIndent),
    text: (line, paragraphEnded) => containerText(state, line, end, paragraphEnded, context),
    source: (line) => sourceLine(state, line) ?? '',
    itemStart: () => itemStart(state),
    isBehindGap: (line) => isBehindGap(state, line),
    goesOn: (line) => goesOn(state, line, end, context),
    plainEnd: (line) => plainEnd(state, line, end, context),
  };
}

/** Where one block is rendered alone, its environment tells what it touches. */
function isBehindGap(state: BlockState, line: number): boolean {
  if (state.tokens.at(-1)?.nesting === 1) return true;
  if (line === 0) return state.env['touchesBefore'] !== true;
  return (
    state.isEmpty(line - 1) || isGapBefore(state.getLines(line - 1, line, state.blkIndent, false))
  );
}

function goesOn(state: BlockState, line: number, end: number, context: Context): boolean {
  const isAtEnd = state.level === 0 && line >= state.lineMax;
  if (isAtEnd && state.env['touchesAfter'] === true) return true;
  return (containerText(state, line, end, false, context) ?? '') !== '';
}

function containerText(
  state: BlockState,
  line: number,
  end: number,
  paragraphEnded: boolean,
  context: Context,
): string | null {
  if (line >= end) return null;
  if (state.isEmpty(line)) return '';
  const indent = state.sCount[line] ?? 0;
  if (
    indent >= 0 &&
    indent < state.blkIndent &&
    (paragraphEnded ||
      leavesItem(placedLines(state), line, context.rules()) ||
      isInterrupted(state, line, end, context))
  )
    return null;
  return state.getLines(line, line + 1, state.blkIndent, false);
}

function plainEnd(state: BlockState, from: number, end: number, context: Context): number {
  const rules = context.rules();
  const lines = placedLines(state);
  let line = from;
  for (; line < end && !state.isEmpty(line); line++) {
    const indent = state.sCount[line] ?? 0;
    if (indent - state.blkIndent > 3) {
      if (rules.indentEndsParagraphs) break;
      continue;
    }
    if (headingLevel(state, from - 1, line, rules) > 0) break;
    if (rules.protects !== 'all' && endsParagraph(lines, from - 1, line, end, rules)) break;
    if (indent >= 0 && isInterrupted(state, line, end, context)) break;
  }
  return line;
}

function isInterrupted(state: BlockState, line: number, end: number, context: Context): boolean {
  const { listsEndParagraphs, breaksEndParagraphs } = context.rules();
  const isHeldBack = (rule: BlockRule): boolean => {
    if (state.parentType !== 'paragraph') return false;
    if (rule === context.thematicBreak) return !breaksEndParagraphs;
    return rule === context.list && !listsEndParagraphs && state.listIndent < 0;
  };
  return state.md.block.ruler
    .getRules('paragraph')
    .some((rule) => !isHeldBack(rule) && rule(state, line, end, true));
}

/** What the underline at `line` makes of the lines from `first` on, 0 if it is none. */
function headingLevel(state: BlockState, first: number, line: number, rules: EngineRules): number {
  const may = rules.underlines === 'paragraph' || line === first + 1;
  const level = may ? underlineLevel(state, line, rules) : 0;
  return level > 0 && rules.needsBlankLines && !isBehindGap(state, first) ? 0 : level;
}

function underlineLevel(state: BlockState, line: number, rules: EngineRules): number {
  const indent = state.sCount[line] ?? 0;
  if (indent < state.blkIndent || indent - state.blkIndent > 3) return 0;
  const text = lineText(state, line).trimEnd();
  if (!/^[=-]/.test(text) || !isUnderline(text, indent - state.blkIndent, rules)) return 0;
  return text.startsWith('=') ? 1 : 2;
}
