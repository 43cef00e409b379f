// Whether a command stands in a formula, also in one that is being typed and has no end yet.
import { offsetInBlock } from '../../core/markdown/blockList.js';
import { scanBlocks } from '../../core/markdown/scan.js';
import type { Snapshot } from '../../core/post/facts.js';
import { splitLines } from '../../core/text/lines.js';
import { isInFormula } from '../environmentNames.js';

/** `offset` is where a command begins: its backslash would make text of a dollar behind it. */
export function standsInFormula(post: Snapshot, offset: number): boolean {
  if (isInFormula(post, offset)) return true;
  const { block, at } = offsetInBlock(post.blocks, offset);
  const text = block?.text ?? '';
  return ends.some(({ begin, end }) => {
    if (!text.slice(0, at).includes(begin)) return false;
    // The scanner decides: is there a formula, were it to end here?
    const ended = text.slice(0, at) + end + text.slice(at);
    let start = 0;
    for (const block of scanBlocks(splitLines(ended), post.site)) {
      const found = at + end.length - start;
      if (block.formulas.some(({ span }) => span.end === found)) return true;
      start += block.text.length;
    }
    return false;
  });
}

/** With a letter, since a formula must hold something. */
const ends = [
  { begin: '$', end: 'x$' },
  { begin: '\\(', end: 'x\\)' },
];
