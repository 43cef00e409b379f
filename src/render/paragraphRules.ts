// The block rules of markdown-it that must know of displays: a display that is open at a line's end
// takes the lines behind it, and one that is alone is a block.
import type { MarkdownIt } from 'markdown-it';
import { containerKey, type ContainerLines } from '../core/markdown/containerLines.js';
import { displayOf, scanInline, type InlineFormula } from '../core/markdown/inline.js';
import { OpenDisplays } from '../core/markdown/openDisplay.js';
import { beginsProtectedBlock, protectedBlockAt } from '../core/markdown/protectedBlocks.js';
import { leavesDisplayOpen } from '../core/markdown/table.js';
import type { EngineRules } from '../core/site/engine.js';

type BlockState = Parameters<MarkdownIt['block']['tokenize']>[0];
type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

/** What is known of the text under way. */
interface Reading {
  readonly displays: OpenDisplays;
  /** Where the paragraph that begins at `line` ends; several rules ask. */
  line: number;
  end: number;
}

export function useParagraphRules(md: MarkdownIt, rules: () => EngineRules): void {
  const readings = new WeakMap<BlockState, Reading>();
  const context: Context = {
    rules,
    reading: (state) => {
      let reading = readings.get(state);
      if (reading === undefined)
        readings.set(state, (reading = { displays: new OpenDisplays(), line: -1, end: -1 }));
      return reading;
    },
  };
  const { ruler } = md.block;
  const table = ruleNamed(md, 'table');
  if (table !== undefined)
    ruler.at('table', guardTable(table, context), { alt: ['paragraph', 'reference'] });
  const display = displayRule(context);
  if (ruler.enable('math_block', true).length > 0) ruler.at('math_block', display);
  else ruler.after('blockquote', 'math_block', display);
  ruler.at('lheading', headingRule(context));
  ruler.at('paragraph', paragraphRule(context));
}

interface Context {
  readonly rules: () => EngineRules;
  readonly reading: (state: BlockState) => Reading;
}

/** The function of an enabled rule: the one that goes when the rule is disabled. */
function ruleNamed(md: MarkdownIt, name: string): BlockRule | undefined {
  const { ruler } = md.block;
  const all = ruler.getRules('');
  ruler.disable(name, true);
  const others = new Set(ruler.getRules(''));
  const rule = all.find((candidate) => !others.has(candidate));
  if (rule !== undefined) ruler.enable(name);
  return rule;
}

function guardTable(table: BlockRule, context: Context): BlockRule {
  return (state, line, end, silent) => {
    if (!table(state, line, end, true)) return false;
    if (context.rules().displaysHoldLines && leavesDisplayOpen(lineText(state, line))) return false;
    return silent || table(state, line, end, false);
  };
}

function displayRule(context: Context): BlockRule {
  return (state, line, end, silent) => {
    const first = state.src.charCodeAt((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
    if (silent || (first !== 36 && first !== 92)) return false;
    const alone = displayAlone(state, line, end, context);
    if (alone === null) return false;
    const { formula, last } = alone;
    const token = state.push('math_block', 'math', 0);
    token.content = formula.tex.text;
    token.markup = '$$';
    token.map = [line, last];
    state.line = last;
    return true;
  };
}

/** The display that the lines from `line` on are, and the line behind it. */
function displayAlone(
  state: BlockState,
  line: number,
  end: number,
  context: Context,
): { readonly formula: InlineFormula; readonly last: number } | null {
  const rules = context.rules();
  const block = inParagraph(state, () =>
    protectedBlockAt(containerLines(state, end, rules), line, rules),
  );
  if (block !== null) {
    const formula = displayOf(contentOf(state, line, block.end), block.protection);
    return formula && { formula, last: block.end };
  }
  const last = paragraphEnd(state, line, end, context);
  if (last < end && headingLevel(state, line, last, rules) > 0) return null;
  const content = contentOf(state, line, last);
  const [formula, ...others] = scanInline(content, rules).formulas;
  if (!formula?.display || others.length > 0) return null;
  return formula.start === 0 && formula.end === content.length ? { formula, last } : null;
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
    pushInline(state, contentOf(state, line, next), [line, next]);
    state.push('heading_close', `h${level}`, -1).markup = markup;
    state.line = next + 1;
    return true;
  };
}

function paragraphRule(context: Context): BlockRule {
  return (state, line, end) => {
    const next = paragraphEnd(state, line, end, context);
    state.push('paragraph_open', 'p', 1).map = [line, next];
    pushInline(state, contentOf(state, line, next), [line, next]);
    state.push('paragraph_close', 'p', -1);
    state.line = next;
    return true;
  };
}

function pushInline(state: BlockState, content: string, map: [number, number]): void {
  const token = state.push('inline', '', 0);
  token.content = content;
  token.map = map;
  token.children = [];
}

function contentOf(state: BlockState, line: number, end: number): string {
  return state.getLines(line, end, state.blkIndent, false).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function paragraphEnd(state: BlockState, line: number, end: number, context: Context): number {
  const reading = context.reading(state);
  if (reading.line === line) return reading.end;
  const rules = context.rules();
  const lines = containerLines(state, end, rules);
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

function containerLines(state: BlockState, end: number, rules: EngineRules): ContainerLines {
  return {
    container: containerKey(state.level, state.blkIndent),
    text: (line, paragraphEnded) => containerText(state, line, end, paragraphEnded),
    source: (line) => state.src.slice(state.bMarks[line], state.eMarks[line]),
    plainEnd: (line) => plainEnd(state, line, end, rules),
  };
}

function containerText(
  state: BlockState,
  line: number,
  end: number,
  paragraphEnded: boolean,
): string | null {
  if (line >= end) return null;
  if (state.isEmpty(line)) return '';
  const indent = state.sCount[line] ?? 0;
  if (
    indent >= 0 &&
    indent < state.blkIndent &&
    (paragraphEnded || isInterrupted(state, line, end))
  )
    return null;
  return state.getLines(line, line + 1, state.blkIndent, false);
}

function plainEnd(state: BlockState, from: number, end: number, rules: EngineRules): number {
  let line = from;
  for (; line < end && !state.isEmpty(line); line++) {
    const indent = state.sCount[line] ?? 0;
    if (indent - state.blkIndent > 3) continue;
    if (headingLevel(state, from - 1, line, rules) > 0) break;
    if (beginsProtectedBlock(lineText(state, line), rules)) break;
    if (indent >= 0 && isInterrupted(state, line, end)) break;
  }
  return line;
}

function isInterrupted(state: BlockState, line: number, end: number): boolean {
  return state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, line, end, true));
}

/** What the underline at `line` makes of the lines from `first` on, 0 if it is none. */
function headingLevel(state: BlockState, first: number, line: number, rules: EngineRules): number {
  return rules.underlines === 'paragraph' || line === first + 1 ? underlineLevel(state, line) : 0;
}

function underlineLevel(state: BlockState, line: number): number {
  const indent = state.sCount[line] ?? 0;
  if (indent < state.blkIndent || indent - state.blkIndent > 3) return 0;
  const text = lineText(state, line).trimEnd();
  if (/^=+$/.test(text)) return 1;
  return /^-+$/.test(text) ? 2 : 0;
}

function lineText(state: BlockState, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
