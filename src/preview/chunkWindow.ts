// The part of the post that is in the page: chunks near the viewport, between two spacers.
import { languageOf } from '../protocol/language.js';
import { BlockView, type BlockTools } from './blockView.js';
import type { BlockList, BlockRecord, Chunk } from './blockList.js';
import type { Layout } from './layout.js';
import type { Sanitizer } from './sanitize.js';

/** Height of a line of text, for what was never measured. */
const lineHeight = 24;
/** Mounted beyond each edge of the viewport, in viewports. */
const margin = 0.75;

export interface ChunkRange {
  readonly start: number;
  readonly end: number;
}

export class ChunkWindow {
  readonly #list: BlockList;
  readonly #layout: Layout;
  readonly #tools: BlockTools;
  readonly #sanitize: Sanitizer;
  readonly #root: HTMLElement;
  readonly #above: HTMLElement;
  readonly #below: HTMLElement;

  constructor(
    root: HTMLElement,
    list: BlockList,
    layout: Layout,
    tools: BlockTools,
    sanitize: Sanitizer,
  ) {
    this.#root = root;
    this.#list = list;
    this.#layout = layout;
    this.#tools = tools;
    this.#sanitize = sanitize;
    this.#above = root.appendChild(createDiv(root, 'spacer'));
    this.#below = root.appendChild(createDiv(root, 'spacer'));
  }

  /** The chunks that are in the page. */
  mounted(): ChunkRange {
    const { chunks } = this.#list;
    const start = chunks.findIndex((chunk) => chunk.element !== null);
    if (start < 0) return { start: 0, end: 0 };
    let end = start;
    while (chunks[end]?.element) end++;
    return { start, end };
  }

  mountedRecords(): readonly BlockRecord[] {
    const { start, end } = this.mounted();
    return this.#list.chunks.slice(start, end).flatMap((chunk) => chunk.records);
  }

  /** The chunks that the viewport and its margins touch. */
  needed(): ChunkRange {
    const { chunks } = this.#list;
    const extra = margin * this.#layout.viewportHeight();
    const low = -this.#layout.top(this.#root) - extra;
    const high = low + this.#layout.viewportHeight() + 2 * extra;
    let y = 0;
    let start = -1;
    for (let at = 0; at < chunks.length; at++) {
      const bottom = y + this.#heightOf(chunks[at]);
      if (start < 0 && (bottom >= low || at === chunks.length - 1)) start = at;
      if (start >= 0 && bottom > high) return { start, end: at + 1 };
      y = bottom;
    }
    return { start: Math.max(start, 0), end: chunks.length };
  }

  /** Where a block begins, from the top of the page's content; an estimate where it is not mounted. */
  estimatedTop(position: number): number {
    const place = this.#list.locate(position);
    let y = 0;
    for (let at = 0; at < place.chunk; at++) y += this.#heightOf(this.#list.chunks[at]);
    const records = this.#list.chunks[place.chunk]?.records.slice(0, place.index) ?? [];
    return y + records.reduce((sum, { weight }) => sum + weight * lineHeight, 0);
  }

  /** Puts exactly these chunks into the page. Gives back the records that left it. */
  show(range: ChunkRange): readonly BlockRecord[] {
    const left: BlockRecord[] = [];
    this.#list.chunks.forEach((chunk, at) => {
      if (chunk.element && (at < range.start || at >= range.end)) {
        this.#unmount(chunk);
        left.push(...chunk.records);
      }
    });
    for (let at = range.end - 1; at >= range.start; at--) {
      const chunk = this.#list.chunks[at];
      const next = this.#list.chunks[at + 1]?.element ?? this.#below;
      if (chunk && !chunk.element) {
        chunk.element = createDiv(this.#root, 'chunk');
        this.#root.insertBefore(chunk.element, next);
        this.arrange(chunk);
      }
    }
    this.#setSpacers(range);
    return left;
  }

  /** Brings the elements of a mounted chunk into the order of its records. */
  arrange(chunk: Chunk): void {
    const { element } = chunk;
    if (!element) return;
    let next: Element | null = element.firstElementChild;
    for (const record of chunk.records) {
      record.element ??= this.#createElement(record);
      if (record.element === next) next = next.nextElementSibling;
      else element.insertBefore(record.element, next);
    }
    while (next) {
      const stray: Element = next;
      next = stray.nextElementSibling;
      stray.remove();
    }
  }

  /** Shows the HTML that has come for a record, where its chunk is mounted. */
  fill(record: BlockRecord): void {
    const old = record.element;
    if (!old) return;
    record.view = null;
    record.element = this.#createElement(record);
    old.replaceWith(record.element);
  }

  /** The records of a chunk that is not in the page have no elements. */
  release(chunk: Chunk): void {
    for (const record of chunk.records) {
      record.element = null;
      record.view = null;
    }
  }

  #unmount(chunk: Chunk): void {
    if (!chunk.element) return;
    chunk.height = this.#layout.height(chunk.element);
    chunk.element.remove();
    chunk.element = null;
    this.release(chunk);
  }

  #createElement(record: BlockRecord): HTMLElement {
    const element = createDiv(this.#root, 'block');
    if (record.html === null) {
      element.classList.add('pending');
      element.style.height = `${record.weight * lineHeight}px`;
      return element;
    }
    element.append(this.#sanitize(record.html));
    const language = languageOf(proseOf(record.html));
    if (language) element.lang = language;
    record.view = new BlockView(element, this.#tools);
    if (record.texts) record.view.write(record.texts);
    return element;
  }

  #heightOf(chunk: Chunk | undefined): number {
    if (!chunk) return 0;
    if (chunk.element) return this.#layout.height(chunk.element);
    return chunk.height ?? chunk.weight * lineHeight;
  }

  #setSpacers({ start, end }: ChunkRange): void {
    const { chunks } = this.#list;
    const heightOf = (part: readonly Chunk[]): string =>
      `${part.reduce((sum, chunk) => sum + this.#heightOf(chunk), 0)}px`;
    this.#above.style.height = heightOf(chunks.slice(0, start));
    this.#below.style.height = heightOf(chunks.slice(end));
  }
}

function createDiv(root: HTMLElement, className: string): HTMLElement {
  const element = root.ownerDocument.createElement('div');
  element.className = className;
  return element;
}

/** Without tags and the TeX of formulas. */
function proseOf(html: string): string {
  return html.replace(/<span class="formula"[^>]*>[^<]*|<[^>]*>/g, ' ');
}
