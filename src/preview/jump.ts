// Jumps to a block or to one of its rows, which may have to be mounted before it can be shown.
import type { ScrollAnchor } from './anchor.js';
import type { BlockRecord } from './blockList.js';
import type { Layout } from './layout.js';

export class Jump {
  readonly #anchor: ScrollAnchor;
  readonly #layout: Layout;
  /** A row to be shown as soon as its block is in the page. */
  #target: { readonly record: BlockRecord; readonly row: number } | null = null;

  constructor(anchor: ScrollAnchor, layout: Layout) {
    this.#anchor = anchor;
    this.#layout = layout;
  }

  /** Brings the block near the top, unless the row that is meant is seen already. */
  to(record: BlockRecord, row: number | null): void {
    this.#target = row === null ? null : { record, row };
    const seen = row === null ? null : record.view?.row(row);
    if (seen && this.#isSeen(seen.display)) return;
    this.#anchor.moveTo(record, 0, this.#layout.viewportHeight() / 4);
  }

  /** The reader goes elsewhere. */
  cancel(): void {
    this.#target = null;
  }

  /** Brings the row into view, once its block is there; says whether it had to scroll. */
  finish(): boolean {
    const { element, view } = this.#target?.record ?? {};
    if (!this.#target || !element || !view) return false;
    const { record, row } = this.#target;
    const target = view.row(row);
    this.#target = null;
    if (!target) return false;
    flash(target.number);
    if (this.#isSeen(target.display)) return false;
    const offset = this.#layout.top(target.display) - this.#layout.top(element);
    this.#anchor.moveTo(record, 0, this.#layout.viewportHeight() / 3 - offset);
    return true;
  }

  /** Whether an element is in the viewport as a whole. */
  #isSeen(element: Element): boolean {
    const top = this.#layout.top(element);
    return top >= 0 && top + this.#layout.height(element) <= this.#layout.viewportHeight();
  }
}

function flash(element: HTMLElement): void {
  element.classList.remove('flash');
  // Reading a measure makes the browser see the class go before it comes back.
  void element.offsetWidth;
  element.classList.add('flash');
}
