// Where no formula can begin: in code, in comments, in front matter.
import type { Block } from '../core/markdown/block.js';
import { offsetInBlock } from '../core/markdown/blockList.js';
import { CodeSpans } from '../core/markdown/codeSpans.js';
import type { Snapshot } from '../core/post/facts.js';

export function isNoMath({ blocks }: Snapshot, offset: number): boolean {
  const { block, at } = offsetInBlock(blocks, offset);
  if (!block || block.kind === 'code' || block.kind === 'frontMatter') return true;
  const taken = [...block.comments, ...block.fences];
  return taken.some(({ span }) => span.start < at && at < span.end) || isInCodeSpan(block, at);
}

/** Backticks in formulas begin no code. */
function isInCodeSpan({ text, formulas }: Block, offset: number): boolean {
  const code = new CodeSpans(text);
  const marks = /\\.|`+/g;
  for (let match = marks.exec(text); match && match.index < offset; match = marks.exec(text)) {
    const { index } = match;
    const formula = formulas.find(({ span }) => span.start <= index && index < span.end);
    if (formula) marks.lastIndex = formula.span.end;
    else if (match[0].startsWith('`')) {
      const end = code.spanEnd(index);
      if (end > offset) return true;
      if (end >= 0) marks.lastIndex = end;
    }
  }
  return false;
}
