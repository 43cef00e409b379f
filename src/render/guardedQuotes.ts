// markdown-it's rule for quotes, with the ends and the lines that the engine of the site has for them.
import type { MarkdownIt } from 'markdown-it';
import { endsHeldQuote, endsQuote, heldIndent, holdsLine } from '../core/markdown/paragraphEnds.js';
import { behindQuoteMark, type LineStart } from '../core/markdown/quoteMark.js';
import type { EngineRules } from '../core/site/engine.js';
import {
  lineText,
  placedLines,
  ruleNamed,
  type BlockRule,
  type BlockState,
} from './placedLines.js';

export function useQuoteRules(md: MarkdownIt, rules: () => EngineRules): void {
  const { ruler } = md.block;
  const quote = ruleNamed(md, 'blockquote');
  if (quote === undefined) return;
  // Takes nothing: the last that is asked about a line without a mark.
  ruler.before(
    'paragraph',
    'quote_end',
    (state, line, _end, silent) =>
      silent && state.parentType === 'blockquote' && endsQuote(lineText(state, line), rules()),
    { alt: ['blockquote'] },
  );
  const guarded: BlockRule = (state, line, end, silent) => {
    if (!quote(state, line, end, true)) return false;
    if (silent) return true;
    if (!rules().quotesHoldLines) return quote(state, line, end, false);
    takeHoldingQuote(state, line, end, rules());
    return true;
  };
  ruler.at('blockquote', guarded, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}

/** Takes a quote that has the lines without a mark as well, whatever they begin. */
function takeHoldingQuote(state: BlockState, line: number, end: number, rules: EngineRules): void {
  const around = {
    lineMax: state.lineMax,
    parentType: state.parentType,
    blkIndent: state.blkIndent,
  };
  const saved: LineStart[] = [];
  state.parentType = 'blockquote';
  const next = stripQuote(state, line, end, rules, saved);
  state.blkIndent = 0;
  const open = state.push('blockquote_open', 'blockquote', 1);
  open.markup = '>';
  state.md.block.tokenize(state, line, next);
  state.push('blockquote_close', 'blockquote', -1).markup = '>';
  open.map = [line, state.line];
  Object.assign(state, around);
  saved.forEach((start, index) => moveStart(state, line + index, start));
}

/** Takes `>` from the lines of a quote; the line behind them. */
function stripQuote(
  state: BlockState,
  line: number,
  end: number,
  rules: EngineRules,
  saved: LineStart[],
): number {
  const lines = placedLines(state);
  const terminators = state.md.block.ruler.getRules('blockquote');
  let next = line;
  for (; next < end && !state.isEmpty(next); next++) {
    const start = startOf(state, next);
    if (isMarked(state, next)) {
      const content = behindQuoteMark(state.src, state.eMarks[next] ?? 0, start);
      moveStart(state, next, content);
    } else {
      const ends = holdsLine(lines, next, rules)
        ? endsHeldQuote(lines, next, rules)
        : terminators.some((terminates) => terminates(state, next, end, true));
      if (ends) {
        state.lineMax = next;
        break;
      }
      moveStart(state, next, { ...start, indent: heldIndent(lines, next) });
    }
    saved.push(start);
  }
  return next;
}

function isMarked(state: BlockState, line: number): boolean {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  return indent >= 0 && indent < 4 && lineText(state, line).startsWith('>');
}

function startOf(state: BlockState, line: number): LineStart {
  const contentStart = state.bMarks[line] ?? 0;
  return {
    contentStart,
    firstChar: contentStart + (state.tShift[line] ?? 0),
    indent: state.sCount[line] ?? 0,
    tabBase: state.bsCount[line] ?? 0,
  };
}

function moveStart(state: BlockState, line: number, start: LineStart): void {
  state.bMarks[line] = start.contentStart;
  state.tShift[line] = start.firstChar - start.contentStart;
  state.sCount[line] = start.indent;
  state.bsCount[line] = start.tabBase;
}
