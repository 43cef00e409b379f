// Marks the formula that holds the caret of the editor, whenever its block is in the page.
import type { CaretPlace } from '../protocol/preview.js';
import type { BlockList, BlockRecord } from './blockList.js';

export class CaretMark {
  readonly #list: BlockList;
  #marked: { readonly record: BlockRecord; readonly formula: number } | null = null;
  #element: Element | null = null;

  constructor(list: BlockList) {
    this.#list = list;
  }

  /** The caret stands in this formula now, or in none. */
  set(place: CaretPlace | null): void {
    const record = place ? this.#list.at(place.position) : undefined;
    this.#marked = place && record ? { record, formula: place.formula } : null;
    this.refresh();
  }

  /** Blocks have come into the page, or left it. */
  refresh(): void {
    const element = this.#marked?.record.view?.formula(this.#marked.formula) ?? null;
    if (element === this.#element) return;
    this.#element?.classList.remove('at-caret');
    element?.classList.add('at-caret');
    this.#element = element;
  }
}
