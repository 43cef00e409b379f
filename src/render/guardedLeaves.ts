// markdown-it's rules for code and headings with hashes, kept to what the engine of the site takes for one.
import type { FencedLines, FenceEnds } from '../core/markdown/fenceEnds.js';
import { lazyCodeEnd } from '../core/markdown/lazyCode.js';
import { closingFence, mayBeHeading } from '../core/markdown/python/fences.js';
import type { EngineRules } from '../core/site/engine.js';
import {
  elementLine,
  lineText,
  sourceLine,
  textBefore,
  type BlockRule,
  type BlockState,
} from './placedLines.js';

/** `endsOf` are what is known of the fences of a text. */
export function guardFence(
  fence: BlockRule,
  rules: () => EngineRules,
  endsOf: (state: BlockState) => FenceEnds,
): BlockRule {
  return (state, line, end, silent) => {
    switch (rules().fences) {
      case 'open':
        return fence(state, line, end, silent);
      case 'closed':
        return isClosed(state, line, end, endsOf(state)) && fence(state, line, end, silent);
      case 'python':
        return pythonFence(state, line, silent, endsOf(state));
    }
  };
}

function isClosed(state: BlockState, line: number, end: number, ends: FenceEnds): boolean {
  if (!/^(?:```|~~~)/.test(lineText(state, line))) return false;
  const { level, blkIndent: blockIndent } = state;
  const lines: FencedLines = {
    level,
    blockIndent,
    text: (at) => elementLine(state, at, end),
    isIndented: (at) => (state.sCount[at] ?? 0) - blockIndent >= 4,
  };
  return ends.isClosed(lines, line);
}

/** Fences of Python-Markdown's are those of the post's own lines, whatever these stand in. */
function pythonFence(
  state: BlockState,
  line: number,
  silent: boolean,
  { unclosed }: FenceEnds,
): boolean {
  if (textBefore(state, line) !== '') return false;
  if ((state.sCount[line] ?? 0) < state.blkIndent && !silent) return false;
  const close = closingFence(line, (at) => sourceLine(state, at), unclosed);
  if (close < 0 || silent) return close >= 0;
  const token = state.push('fence', 'code', 0);
  const [markup = ''] = /^(?:`+|~+)/.exec(lineText(state, line)) ?? [];
  token.info = lineText(state, line).slice(markup.length);
  token.content = state.getLines(line + 1, close, 0, true);
  token.markup = markup;
  state.line = close + 1;
  token.map = [line, state.line];
  return true;
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

export function guardHeading(heading: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const isRefused =
      rules().hashes === 'python' && !mayBeHeading(textBefore(state, line), lineText(state, line));
    return !isRefused && heading(state, line, end, silent);
  };
}
