// How tall a block will be, in lines of text, judged by its source alone.
import type { Block } from '../core/markdown/block.js';

/** Of the title and a line of details; front matter may be long and shows no more. */
const headWeight = 4;

/** Columns of a preview of ordinary width; a Chinese character takes two. */
const columns = 90;

export function blockWeight(block: Block): number {
  if (block.kind === 'blank') return 0;
  if (block.kind === 'frontMatter') return headWeight;
  const displays = block.formulas.filter((formula) => formula.display).length;
  return 1 + shownLines(block.text, block.kind === 'code') + 1.5 * displays;
}

function shownLines(text: string, keepsLines: boolean): number {
  let lines = 0;
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && (keepsLines || width > 0)) {
      lines += keepsLines ? 1 : Math.ceil(width / columns);
      width = 0;
    } else if (code > 32) width += code >= 0x2e80 ? 2 : 1;
  }
  return lines + Math.ceil(width / columns);
}
