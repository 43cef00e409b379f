// markdown-it's rule for quotes, with the ends and the lines that the engine of the site has for them.
import type { MarkdownIt } from 'markdown-it';
import { endsQuote, heldIndent } from '../core/markdown/paragraphEnds.js';
import type { EngineRules } from '../core/site/engine.js';
import { lineText, placedLines, type BlockState } from './placedLines.js';

/** How much lines without a mark are indented in the quotes that hold them. */
type HeldLines = WeakMap<BlockState, Map<number, number>>;

/** Two rules that take nothing. */
export function useQuoteRules({ block }: MarkdownIt, rules: () => EngineRules): void {
  const held: HeldLines = new WeakMap();
  // The last that is asked about a line without a mark.
  block.ruler.before(
    'paragraph',
    'quote_end',
    (state, line, _end, silent) => {
      if (!silent || state.parentType !== 'blockquote') return false;
      if (endsQuote(lineText(state, line), rules())) return true;
      if (rules().quotesHoldLines) hold(state, line, held);
      return false;
    },
    { alt: ['blockquote'] },
  );
  // The first that is asked in a quote.
  block.ruler.before('table', 'quote_lines', (state, line, end, silent) => {
    if (!silent && rules().quotesHoldLines && state.tokens.at(-1)?.type === 'blockquote_open')
      takeHeld(state, line, end, held);
    return false;
  });
}

function hold(state: BlockState, line: number, held: HeldLines): void {
  const lines = held.get(state) ?? new Map<number, number>();
  held.set(state, lines.set(line, heldIndent(placedLines(state), line)));
}

/** Makes lines of the quote of those that could only go on with a paragraph. */
function takeHeld(state: BlockState, line: number, end: number, held: HeldLines): void {
  const lines = held.get(state);
  for (let at = line; at < end; at++) {
    const indent = lines?.get(at);
    if (indent !== undefined && (state.sCount[at] ?? 0) < 0) state.sCount[at] = indent;
  }
}
