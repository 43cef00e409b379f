// The block that holds an offset of its post.
import type { BlockList } from '../core/post/facts.js';

export function blockAt({ starts }: BlockList, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
