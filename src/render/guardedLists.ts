// markdown-it's rule for lists, kept to what the engine of the site takes for one.
import { listEndsParagraph, markPlace, mayBeginItem } from '../core/markdown/listRules.js';
import { looseIndents } from '../core/markdown/looseLists.js';
import type { EngineRules } from '../core/site/engine.js';
import { lineText, placedLines, type BlockRule, type BlockState } from './placedLines.js';

export function guardList(list: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    // In a quote, a list may need a blank line before it.
    const isInQuote = state.parentType === 'blockquote' && state.listIndent < 0;
    if (silent && isInQuote && !rules().listsEndParagraphs) return false;
    const text = lineText(state, line);
    const isEnd = silent && state.parentType === 'paragraph';
    const place = markPlace(placedLines(state), line);
    const ends = isEnd ? listEndsParagraph(text, place, rules()) : null;
    if (ends !== null) return ends && endsAny(state, () => list(state, line, end, true));
    if (!mayBeginItem(text, place, rules())) return false;
    if (silent || rules().lists !== 'loose') return list(state, line, end, silent);
    const saved = indentLoose(state, line, end);
    const isList = list(state, line, end, false);
    saved.forEach((indent, index) => (state.sCount[line + index] = indent));
    return isList;
  };
}

/** In a paragraph markdown-it begins no list without text, or with another number than 1. */
function endsAny(state: BlockState, ask: () => boolean): boolean {
  const parent = state.parentType;
  state.parentType = 'root';
  const answer = ask();
  state.parentType = parent;
  return answer;
}

/** Indents the lines of loose items as much as their text; answers how much they were. */
function indentLoose(state: BlockState, line: number, end: number): readonly number[] {
  const lines = placedLines(state);
  return looseIndents(lines, line, Math.min(end, state.lineMax)).map((indent, index) => {
    const before = lines.indentOf(line + index);
    state.sCount[line + index] = indent;
    return before;
  });
}
