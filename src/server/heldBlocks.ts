// What a preview holds of a post, and what it lacks.
import type { BlockChange } from '../core/markdown/blockChange.js';
import type { BlockOutlines, PositionedBlock, PositionedTexts } from '../protocol/preview.js';
import type { PreviewedPost } from './postForPreview.js';

/** What the preview has of a block. */
export interface Held {
  readonly key: string;
  readonly texts: string;
}

/** The blocks that the preview shows or will soon show. */
export interface BlockWindow {
  readonly from: number;
  readonly to: number;
}

/** No window is larger: a preview that asks for everything gets it in parts. */
export const maxWindow = 400;

/** What the preview lacks of the blocks in its window, after a change of the post. */
export function compareBlocks(
  post: PreviewedPost,
  window: BlockWindow,
  before: ReadonlyMap<number, Held>,
  change: BlockChange,
): Comparison {
  const { kept, removed } = carryOver(before, change);
  const blocks: PositionedBlock[] = [];
  const texts: PositionedTexts[] = [];
  const held = new Map<number, Held>();
  const end = Math.min(window.to, post.blockCount);
  for (let position = window.from; position < end; position++) {
    const { key, html } = post.render(position);
    const shown = post.texts(position);
    const next = { key, texts: JSON.stringify(shown) };
    const known = kept.get(position);
    if (known?.key !== key) {
      blocks.push({ position, key, html: takeOne(removed, key) ? null : html });
    }
    if (known?.key !== key || known.texts !== next.texts) texts.push({ position, texts: shown });
    held.set(position, next);
  }
  return { blocks, texts, held };
}

interface Comparison {
  readonly blocks: readonly PositionedBlock[];
  readonly texts: readonly PositionedTexts[];
  readonly held: Map<number, Held>;
}

/** The window over the same blocks after a change; blocks inserted inside belong to it. */
export function shiftWindow(window: BlockWindow, change: BlockChange): BlockWindow {
  const behind = change.from + change.removed;
  const shift = change.inserted - change.removed;
  const from = window.from >= behind ? window.from + shift : Math.min(window.from, change.from);
  const shifted = window.to >= behind ? window.to + shift : Math.max(window.to, change.from);
  // As many blocks as before must be there, also where the change took them away.
  const to = Math.max(shifted, from + (window.to - window.from));
  return { from, to: Math.min(to, from + maxWindow) };
}

function carryOver(
  held: ReadonlyMap<number, Held>,
  change: BlockChange,
): { readonly kept: ReadonlyMap<number, Held>; readonly removed: Map<string, number> } {
  const kept = new Map<number, Held>();
  const removed = new Map<string, number>();
  for (const [position, block] of held) {
    if (position < change.from) kept.set(position, block);
    else if (position >= change.from + change.removed) {
      kept.set(position + change.inserted - change.removed, block);
    } else removed.set(block.key, (removed.get(block.key) ?? 0) + 1);
  }
  return { kept, removed };
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

export function outlinesOf(post: PreviewedPost, change: BlockChange): BlockOutlines {
  const positions = Array.from({ length: change.inserted }, (_, at) => change.from + at);
  return {
    lineCounts: positions.map((position) => post.lineCount(position)),
    weights: positions.map((position) => post.weight(position)),
  };
}
