// Keeps what the reader looks at where it is, whatever is inserted, removed or typeset above it.
import { topOfLine } from './blockLines.js';
import type { BlockList, BlockRecord } from './blockList.js';
import type { ChunkWindow } from './chunkWindow.js';
import type { Layout } from './layout.js';

/** A point of a block, and where in the viewport it is to stand. */
interface Anchor {
  readonly record: BlockRecord;
  /** The line of the block that stands there, counted from its first; not always a whole one. */
  readonly line: number;
  readonly offset: number;
}

/** What the reader looks at, to come back to. */
export interface ReaderPlace {
  /** `null` for the very top. */
  readonly anchor: Anchor | null;
  /** The line of the source, for when the block is gone. */
  readonly line: number;
}

export class ScrollAnchor {
  readonly #list: BlockList;
  readonly #layout: Layout;
  readonly #chunks: ChunkWindow;
  readonly #root: Element;
  /** `null` at the very top, which stays the top. */
  #anchor: Anchor | null = null;
  #expected = 0;
  /** A move that no frame has carried out yet. */
  #isMoving = false;

  constructor(root: Element, list: BlockList, layout: Layout, chunks: ChunkWindow) {
    this.#root = root;
    this.#list = list;
    this.#layout = layout;
    this.#chunks = chunks;
  }

  get record(): BlockRecord | null {
    return this.#anchor?.record ?? null;
  }

  /** The line of the source that the anchor keeps, `null` at the very top. */
  line(): number | null {
    const record = this.record;
    return record ? this.#list.lineOf(this.#positionOf(record)) : null;
  }

  /** The page may have scrolled, and a link been followed, before the event came that tells of it. */
  place(): ReaderPlace {
    this.scrolled();
    return { anchor: this.#anchor, line: this.line() ?? 0 };
  }

  /** Answers whether the place is there still. */
  comeBack({ anchor }: ReaderPlace): boolean {
    if (!anchor) this.moveToTop();
    else if (this.#list.positionOfRecord(anchor.record) < 0) return false;
    else this.moveTo(anchor.record, anchor.line, anchor.offset);
    return true;
  }

  clear(): void {
    this.#isMoving = false;
    this.#anchor = null;
  }

  /** The page scrolled: not because we did it, then the new view is kept from now on; or by us. */
  scrolled(): boolean {
    // Formulas that are set meanwhile move the end of the page, and the browser the page with it.
    if (this.#isMoving) return false;
    if (Math.abs(this.#layout.scrollTop() - this.#expected) < 2) return false;
    this.#expected = this.#layout.scrollTop();
    this.#anchor = this.#find();
    return true;
  }

  /** After a long scroll, what is seen now was not in the page yet. */
  settle(): void {
    this.#anchor ??= this.#find();
  }

  /** From now on, this line of a block stands at this height of the viewport. */
  moveTo(record: BlockRecord, line: number, offset: number): void {
    this.#anchor = { record, line, offset };
    this.#isMoving = true;
  }

  /** The very top is a place of its own: what is written there shows. */
  moveToTop(): void {
    this.#isMoving = false;
    this.#anchor = null;
    this.#layout.scrollTo(0);
    this.#expected = this.#layout.scrollTop();
  }

  /** The block was replaced, or is gone and its neighbour stands in for it. */
  replace(record: BlockRecord | undefined): void {
    if (this.#anchor && record) this.#anchor = { ...this.#anchor, record };
  }

  /** Scrolls so that the anchor stands where it stood. */
  restore(): void {
    this.#isMoving = false;
    const anchor = this.#anchor;
    if (!anchor) return;
    const { element } = anchor.record;
    const scrollTop = this.#layout.scrollTop();
    const top = element
      ? this.#layout.top(element) + this.#lineTop(anchor)
      : this.#layout.top(this.#root) + this.#chunks.estimatedTop(this.#positionOf(anchor.record));
    const target = Math.max(0, scrollTop + top - anchor.offset);
    if (Math.abs(target - scrollTop) >= 0.5) this.#layout.scrollTo(target);
    this.#expected = this.#layout.scrollTop();
  }

  #lineTop({ record, line }: Anchor): number {
    return line === 0 ? 0 : topOfLine(record, line, this.#layout);
  }

  /** The first block that is seen. */
  #find(): Anchor | null {
    if (this.#layout.scrollTop() <= 0) return null;
    for (const record of this.#chunks.mountedRecords()) {
      if (!record.element) continue;
      const top = this.#layout.top(record.element);
      const height = this.#layout.height(record.element);
      if (top + height > 0) return { record, line: 0, offset: top };
    }
    return null;
  }

  #positionOf(record: BlockRecord): number {
    return Math.max(0, this.#list.positionOfRecord(record));
  }
}
