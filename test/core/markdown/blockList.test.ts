// The way from a place in a post to its block.
import { describe, expect, it } from 'vitest';
import { blockAtLine, blockAtOffset, blockList } from '../../../src/core/markdown/blockList.js';
import { scanText } from '../../support/checkBlocks.js';

describe('blockList', () => {
  const list = blockList(scanText('# a\n\nb\nc\n\n- d'));

  it('knows where its blocks begin and end', () => {
    expect(Array.from(list.starts)).toEqual([0, 5, 10, 13]);
    expect(Array.from(list.firstLines)).toEqual([0, 2, 5, 6]);
  });

  it('finds the block of an offset and of a line', () => {
    expect([-1, 0, 4, 5, 9, 10, 12, 13, 99].map((offset) => blockAtOffset(list, offset))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 2, 2,
    ]);
    expect([0, 1, 2, 4, 5, 9].map((line) => blockAtLine(list, line))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('may be empty', () => {
    expect(blockAtOffset(blockList([]), 3)).toBe(0);
  });
});
