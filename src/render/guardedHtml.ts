// markdown-it's rule for HTML, kept to what the engine of the site takes for a block of it.
import {
  beginsHtml,
  elementEnd,
  htmlEndsParagraph,
  textBehindComment,
} from '../core/markdown/htmlBlocks.js';
import { isInTag, tagsOverLines, type TagSpan } from '../core/markdown/python/openTags.js';
import type { EngineRules } from '../core/site/engine.js';
import {
  elementLine,
  lineText,
  textBefore,
  type BlockRule,
  type BlockState,
} from './placedLines.js';

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
    const isOutOfColumn = (state.sCount[line] ?? 0) > state.blkIndent && state.listIndent < 0;
    if (!beginsHtml(text, engine) || (silent && !htmlEndsParagraph(text, isOutOfColumn, engine)))
      return false;
    if (!html(state, line, end, silent)) return false;
    if (silent) return true;
    const lines = elementEnd(engine, (index) => elementLine(state, line + index, end));
    if (lines === 0) return takeTail(state, line, (next) => plainEnd(state, next, end), engine);
    state.tokens.pop();
    const token = state.push('html_block', '', 0);
    state.line = line + lines;
    token.map = [line, state.line];
    token.content = state.getLines(line, state.line, state.blkIndent, true);
    return true;
  };
}

/** Whether nothing but up to three blanks stands before it in the post. */
function beginsLine(state: BlockState, line: number): boolean {
  return /^ {0,3}$/.test(textBefore(state, line));
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
