// markdown-it's rules for code, kept to what the engine of the site takes for some.
import type { FencedLines, FenceEnds } from '../core/markdown/fenceEnds.js';
import { lazyCodeEnd } from '../core/markdown/lazyCode.js';
import type { EngineRules } from '../core/site/engine.js';
import { elementLine, lineText, type BlockRule, type BlockState } from './placedLines.js';

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
