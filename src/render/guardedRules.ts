// markdown-it's rules for tables and HTML, kept to what the engine of the site takes for one.
import type { MarkdownIt } from 'markdown-it';
import {
  beginsHtml,
  elementEnd,
  htmlEndsParagraph,
  textBehindComment,
} from '../core/markdown/htmlBlocks.js';
import { closingFence, mayBeHeading } from '../core/markdown/python/fences.js';
import { isInTag, tagsOverLines, type TagSpan } from '../core/markdown/python/openTags.js';
import { isPythonHead } from '../core/markdown/python/tableHead.js';
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

/** `rowEnds` are the rules for what alone ends the rows of a table of Python-Markdown but a blank line. */
export function guardTable(
  table: BlockRule,
  rules: () => EngineRules,
  rowEnds: () => readonly BlockRule[],
): BlockRule {
  return (state, line, end, silent) => {
    if (!table(state, line, end, true)) return false;
    if (!rules().tables.dashes.test(lineText(state, line + 1).trimEnd())) return false;
    if (rules().displaysHoldLines && leavesDisplayOpen(lineText(state, line))) return false;
    if (rules().tables.rows === 'commonmark') return silent || table(state, line, end, false);
    if (!isPythonHead(lineText(state, line), lineText(state, line + 1))) return false;
    return silent || withRowsTo(rowEnds(), state, () => table(state, line, end, false));
  };
}

/** The rule for tables asks for what ends a quote, too. */
function withRowsTo(
  rowEnds: readonly BlockRule[],
  state: BlockState,
  read: () => boolean,
): boolean {
  const { ruler } = state.md.block;
  const getRules = ruler.getRules.bind(ruler);
  ruler.getRules = () => [...rowEnds];
  try {
    return read();
  } finally {
    ruler.getRules = getRules;
  }
}

/** Fences of Python-Markdown's are those of the post's own lines, whatever these stand in. */
export function guardFence(fence: BlockRule, rules: () => EngineRules): BlockRule {
  const unclosed = new WeakMap<BlockState, Map<string, number>>();
  return (state, line, end, silent) => {
    if (rules().fences === 'commonmark') return fence(state, line, end, silent);
    if (textBefore(state, line) !== '') return false;
    if ((state.sCount[line] ?? 0) < state.blkIndent && !silent) return false;
    const known = unclosed.get(state) ?? new Map<string, number>();
    unclosed.set(state, known);
    const close = closingFence(line, (at) => sourceLine(state, at), known);
    if (close < 0 || silent) return close >= 0;
    const token = state.push('fence', 'code', 0);
    const [markup = ''] = /^(?:`+|~+)/.exec(lineText(state, line)) ?? [];
    token.info = lineText(state, line).slice(markup.length);
    token.content = state.getLines(line + 1, close, 0, true);
    token.markup = markup;
    state.line = close + 1;
    token.map = [line, state.line];
    return true;
  };
}

/** The text behind a comment goes on as a paragraph, which is part of the block. */
function takeTail(
  state: BlockState,
  line: number,
  plainEnd: (line: number) => number,
  engine: EngineRules,
): true {
  const comment = state.tokens.at(-1);
  const tail = textBehindComment(comment?.content ?? '', engine);
  if (comment === undefined || tail < 0) return true;
  state.line = plainEnd(state.line);
  const whole = state.getLines(line, state.line, state.blkIndent, false);
  comment.content = whole.slice(0, tail);
  comment.map = [line, state.line];
  const token = state.push('inline', '', 0);
  token.content = whole.slice(tail).trimEnd();
  token.map = [line, state.line];
  token.children = [];
  return true;
}

/** What begins like HTML, but stands in a tag of Python-Markdown's. */
class HeldHtml {
  readonly #tags = new WeakMap<BlockState, readonly TagSpan[]>();

  hold(state: BlockState, line: number): boolean {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    if (state.src.charCodeAt(start) !== 60) return false;
    const tags = this.#tags.get(state) ?? tagsOverLines(state.src);
    this.#tags.set(state, tags);
    return isInTag(tags, start);
  }
}

/** Whether nothing but up to three blanks stands before it in the post. */
function beginsLine(state: BlockState, line: number): boolean {
  return /^ {0,3}$/.test(textBefore(state, line));
}

/** What stands in the post before a line's first character that is no blank. */
function textBefore(state: BlockState, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1, start);
}

/** A line of the post as it stands, `null` behind the last. */
function sourceLine(state: BlockState, line: number): string | null {
  // The last entry is none of a line.
  if (line >= state.eMarks.length - 1) return null;
  return state.src.slice(line === 0 ? 0 : (state.eMarks[line - 1] ?? 0) + 1, state.eMarks[line]);
}

export function guardHeading(heading: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const isRefused =
      rules().hashes === 'python' && !mayBeHeading(textBefore(state, line), lineText(state, line));
    return !isRefused && heading(state, line, end, silent);
  };
}

/** In a quote, a list may need a blank line before it. */
export function guardList(list: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const isInQuote = state.parentType === 'blockquote' && state.listIndent < 0;
    const isHeldBack = silent && isInQuote && !rules().listsEndParagraphs;
    return !isHeldBack && list(state, line, end, silent);
  };
}

export function guardHtml(
  html: BlockRule,
  rules: () => EngineRules,
  plainEnd: (state: BlockState, line: number, end: number) => number,
): BlockRule {
  const tags = new HeldHtml();
  return (state, line, end, silent) => {
    const engine = rules();
    const text = lineText(state, line);
    if (engine.htmlBlocks === 'python' && (!beginsLine(state, line) || tags.hold(state, line)))
      return false;
    if (!beginsHtml(text, engine) || (silent && !htmlEndsParagraph(text, engine))) return false;
    const lines = silent ? 0 : elementEnd(engine, (index) => elementLine(state, line + index, end));
    if (lines === 0 || !html(state, line, end, true)) {
      if (!html(state, line, end, silent)) return false;
      return silent || takeTail(state, line, (next) => plainEnd(state, next, end), engine);
    }
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
