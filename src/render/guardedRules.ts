// markdown-it's rules for tables, code, lists and HTML, kept to what the engine of the site takes for one.
import type { MarkdownIt } from 'markdown-it';
import { beginsHtml, elementEnd, htmlEndsParagraph } from '../core/markdown/htmlBlocks.js';
import type { FencedLines, FenceEnds } from '../core/markdown/fenceEnds.js';
import { lazyCodeEnd } from '../core/markdown/lazyCode.js';
import { mayBeginItem } from '../core/markdown/listMarks.js';
import { leavesDisplayOpen } from '../core/markdown/table.js';
import type { EngineRules } from '../core/site/engine.js';

type BlockState = Parameters<MarkdownIt['block']['tokenize']>[0];
export type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

/** The function of an enabled rule: the one that goes when the rule is disabled. */
export function ruleNamed(md: MarkdownIt, name: string): BlockRule | undefined {
  const { ruler } = md.block;
  const all = ruler.getRules('');
  ruler.disable(name, true);
  const others = new Set(ruler.getRules(''));
  const rule = all.find((candidate) => !others.has(candidate));
  if (rule !== undefined) ruler.enable(name);
  return rule;
}

export function guardTable(table: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    if (rules().tables.others === 'pipes' || !table(state, line, end, true)) return false;
    if (!rules().tables.dashes.test(lineText(state, line + 1).trimEnd())) return false;
    if (rules().displaysHoldLines && leavesDisplayOpen(lineText(state, line))) return false;
    return silent || table(state, line, end, false);
  };
}

/** `endsOf` are what is known of the fences of a text. */
export function guardFence(
  fence: BlockRule,
  rules: () => EngineRules,
  endsOf: (state: BlockState) => FenceEnds,
): BlockRule {
  return (state, line, end, silent) => {
    const mayBeOpen = rules().fences === 'open' || !/^(?:```|~~~)/.test(lineText(state, line));
    const { level, blkIndent: blockIndent } = state;
    const lines: FencedLines = {
      level,
      blockIndent,
      text: (at) => elementLine(state, at, end),
      isIndented: (at) => (state.sCount[at] ?? 0) - blockIndent >= 4,
    };
    if (!mayBeOpen && !endsOf(state).isClosed(lines, line)) return false;
    return fence(state, line, end, silent);
  };
}

export function guardCode(code: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const isIndented = (at: number): boolean => (state.sCount[at] ?? 0) - state.blkIndent >= 4;
    if (rules().indentedCode !== 'lazy' || silent || !isIndented(line))
      return code(state, line, end, silent);
    const isEmpty = (at: number): boolean => at >= end || state.isEmpty(at);
    const text = (at: number): string | null => elementLine(state, at, end);
    state.line = lazyCodeEnd({ isEmpty, isIndented, text }, line);
    const token = state.push('code_block', 'code', 0);
    token.content = `${state.getLines(line, state.line, 4 + state.blkIndent, false)}\n`;
    token.map = [line, state.line];
    return true;
  };
}

export function guardList(list: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) =>
    mayBeginItem(lineText(state, line), rules()) && list(state, line, end, silent);
}

export function guardHtml(html: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const engine = rules();
    const text = lineText(state, line);
    if (!beginsHtml(text, engine) || (silent && !htmlEndsParagraph(text, engine))) return false;
    const lines = silent ? 0 : elementEnd(engine, (index) => elementLine(state, line + index, end));
    if (lines === 0 || !html(state, line, end, true)) return html(state, line, end, silent);
    const token = state.push('html_block', '', 0);
    state.line = line + lines;
    token.map = [line, state.line];
    token.content = state.getLines(line, state.line, state.blkIndent, true);
    return true;
  };
}

function elementLine(state: BlockState, line: number, end: number): string | null {
  const isOutside = !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
  return line >= end || isOutside ? null : lineText(state, line);
}

/** A line from its first character that is no blank. */
export function lineText(state: BlockState, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
