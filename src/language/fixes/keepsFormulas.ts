// Whether changes leave a post the formulas that it has, but for labels and references: a dollar sign that comes
// or goes may pair with one that the Markdown engine has left alone.
import type { BlockList } from '../../core/markdown/blockList.js';
import type { Snapshot } from '../../core/post/facts.js';
import type { Change } from '../change.js';
import { changedPost } from '../changedPost.js';

/** `changes` stand in order. */
export function keepsFormulas(post: Snapshot, changes: readonly Change[]): boolean {
  const { snapshot, change } = changedPost(post, changes);
  const before = formulasOf(post.blocks, change.from, change.removed);
  return before === formulasOf(snapshot.blocks, change.from, change.inserted);
}

function formulasOf({ blocks }: BlockList, from: number, count: number): string {
  return blocks
    .slice(from, from + count)
    .flatMap(({ formulas }) => formulas.map(({ display, tex }) => `${display} ${bare(tex.text)}`))
    .filter((formula) => !/^\S+ \\(?:eq)?ref\{[^{}]*\}$/.test(formula))
    .join('\n');
}

function bare(tex: string): string {
  return tex.replace(/\\label\s*\{[^{}]*\}/g, '').replace(/\s+/g, '');
}
