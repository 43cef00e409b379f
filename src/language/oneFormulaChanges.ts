// Whether a change leaves every formula of a post as it is, but for one: what Markdown would take apart
// is not what was meant.
import type { BlockList } from '../core/markdown/blockList.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Change } from './change.js';
import { changedPost } from './changedPost.js';
import { environmentPairs } from './environmentPairs.js';

/** `changes` stand in order; the formula that changes, or is new, then has `part` in its TeX. */
export function changesOneFormula(
  post: Snapshot,
  changes: readonly Change[],
  part: string,
): boolean {
  const { snapshot, change } = changedPost(post, changes);
  const before = texOf(post.blocks, change.from, change.removed);
  const after = texOf(snapshot.blocks, change.from, change.inserted);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [old = '', ...olds] = before.slice(start, before.length - end);
  const [changed = '', ...others] = after.slice(start, after.length - end);
  if (olds.length > 0 || others.length > 0) return false;
  return changed.includes(part) && nOpen(changed) <= nOpen(old);
}

/** A formula that ends too early leaves environments open. */
function nOpen(tex: string): number {
  return environmentPairs(tex).open.length;
}

function texOf({ blocks }: BlockList, from: number, count: number): readonly string[] {
  return blocks
    .slice(from, from + count)
    .flatMap(({ formulas }) => formulas.map(({ tex }) => tex.text));
}
