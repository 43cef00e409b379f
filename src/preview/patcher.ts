// Applies a patch to the list of blocks and to the page.
import type { PositionedBlock, PreviewPatch } from '../protocol/preview.js';
import type { ScrollAnchor } from './anchor.js';
import type { BlockList, BlockRecord } from './blockList.js';
import type { ChunkWindow } from './chunkWindow.js';
import type { MountedWindow } from './mountedWindow.js';

interface PatcherParts {
  readonly list: BlockList;
  readonly chunks: ChunkWindow;
  readonly window: MountedWindow;
  readonly anchor: ScrollAnchor;
}

/** Chunks that stay mounted between two mounted ones when a splice has driven them apart. */
const maxGap = 6;

export class Patcher {
  readonly #parts: PatcherParts;

  constructor(parts: PatcherParts) {
    this.#parts = parts;
  }

  /** Answers whether all that the patch counts on was there; typesets until the time is over. */
  apply(patch: PreviewPatch, isOver: () => boolean): boolean {
    const { list, window } = this.#parts;
    const recycled = this.#splice(patch);
    const isComplete = patch.blocks.every((block) => this.#fill(block, recycled));
    for (const { position, texts } of patch.texts) {
      const record = list.at(position);
      if (!record) continue;
      record.texts = texts;
      record.view?.write(texts);
    }
    for (const { position } of patch.blocks) list.at(position)?.view?.typeset(isOver);
    window.forget(patch.window);
    return isComplete;
  }

  #splice(patch: PreviewPatch): Map<string, BlockRecord[]> {
    const { list, chunks } = this.#parts;
    const { removed, touched } = list.splice(patch.from, patch.removed, patch.inserted);
    const recycled = new Map<string, BlockRecord[]>();
    for (const record of removed) {
      record.element?.remove();
      if (record.html !== null)
        recycled.set(record.key, [...(recycled.get(record.key) ?? []), record]);
    }
    for (const chunk of touched) if (chunk.records.length === 0) chunk.element?.remove();
    this.#keepAnchor(patch, removed);
    this.#closeGaps();
    for (const chunk of touched) if (!chunk.element) chunks.release(chunk);
    return recycled;
  }

  #keepAnchor({ from, inserted }: PreviewPatch, removed: readonly BlockRecord[]): void {
    const { list, anchor } = this.#parts;
    const index = anchor.record ? removed.indexOf(anchor.record) : -1;
    if (index < 0) return;
    const at = from + Math.min(index, inserted.weights.length - 1);
    anchor.replace(list.at(Math.max(at, 0)));
  }

  /** After a splice, chunks new between mounted ones are mounted too, unless they are many. */
  #closeGaps(): void {
    const { list, chunks, window } = this.#parts;
    const first = list.chunks.findIndex((chunk) => chunk.element !== null);
    if (first < 0) return;
    let last = list.chunks.length - 1;
    while (!list.chunks[last]?.element) last--;
    const range = { start: first, end: Math.min(last + 1, first + maxGap) };
    window.show(range);
    for (const chunk of list.chunks.slice(range.start, range.end)) chunks.arrange(chunk);
  }

  #fill(block: PositionedBlock, recycled: Map<string, BlockRecord[]>): boolean {
    const record = this.#parts.list.at(block.position);
    const old = block.html === null ? recycled.get(block.key)?.pop() : undefined;
    const html = block.html ?? old?.html ?? null;
    if (!record || html === null) return false;
    record.key = block.key;
    record.html = html;
    if (old?.view && record.element) {
      record.element.replaceWith(old.view.element);
      record.element = old.view.element;
      record.view = old.view;
    } else this.#parts.chunks.fill(record);
    return true;
  }
}
