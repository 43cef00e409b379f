// markdown-it's rule for HTML, kept to what the engine of the site takes for a block of it.
import { beginsHtml, elementEnd, htmlEndsParagraph } from '../core/markdown/htmlBlocks.js';
import type { EngineRules } from '../core/site/engine.js';
import { elementLine, lineText, type BlockRule } from './placedLines.js';

export function guardHtml(html: BlockRule, rules: () => EngineRules): BlockRule {
  return (state, line, end, silent) => {
    const engine = rules();
    const text = lineText(state, line);
    const isOutOfColumn = (state.sCount[line] ?? 0) > state.blkIndent && state.listIndent < 0;
    if (!beginsHtml(text, engine) || (silent && !htmlEndsParagraph(text, isOutOfColumn, engine)))
      return false;
    const lines = silent ? 0 : elementEnd(engine, (index) => elementLine(state, line + index, end));
    if (lines === 0 || !html(state, line, end, true)) return html(state, line, end, silent);
    const token = state.push('html_block', '', 0);
    state.line = line + lines;
    token.map = [line, state.line];
    token.content = state.getLines(line, state.line, state.blkIndent, true);
    return true;
  };
}
