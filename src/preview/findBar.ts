// Finds text in the whole post: the server knows the blocks that hold it, also those not in the page.
import type { FromPreview } from '../protocol/preview.js';
import type { PreviewStrings } from './strings.js';

interface FindBarParts {
  readonly document: Document;
  readonly strings: PreviewStrings;
  readonly post: (message: FromPreview) => void;
  /** Brings a block into view. */
  readonly show: (position: number) => void;
  /** The first block that is seen. */
  readonly firstSeen: () => number;
  /** Marks the text in what is in the page; the empty text marks nothing. */
  readonly mark: (text: string) => void;
}

export class FindBar {
  readonly #parts: FindBarParts;
  readonly #element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #count: HTMLElement;
  #search = 0;
  #positions: readonly number[] = [];
  #current = -1;

  constructor(parts: FindBarParts) {
    this.#parts = parts;
    const { document, strings } = parts;
    this.#element = document.createElement('search');
    this.#element.className = 'find-bar';
    this.#element.hidden = true;
    this.#input = document.createElement('input');
    this.#input.type = 'text';
    this.#input.placeholder = strings.find;
    this.#input.setAttribute('aria-label', strings.find);
    this.#count = document.createElement('span');
    this.#count.className = 'find-count';
    this.#count.setAttribute('role', 'status');
    this.#element.append(
      this.#input,
      this.#count,
      this.#button('↑', strings.findPrevious, () => {
        this.#step(-1);
      }),
      this.#button('↓', strings.findNext, () => {
        this.#step(1);
      }),
      this.#button('×', strings.findClose, () => {
        this.close();
      }),
    );
    document.body.append(this.#element);
    this.#listen();
  }

  open(): void {
    this.#element.hidden = false;
    this.#input.focus();
    this.#input.select();
    this.#ask();
  }

  close(): void {
    this.#element.hidden = true;
    this.#parts.mark('');
  }

  /** The answer to a search; one to an older search says nothing any more. */
  found(search: number, positions: readonly number[]): void {
    if (search !== this.#search || this.#element.hidden) return;
    this.#positions = positions;
    const first = this.#parts.firstSeen();
    const next = positions.findIndex((position) => position >= first);
    this.#current = next < 0 ? 0 : next;
    this.#showCurrent();
  }

  #listen(): void {
    this.#input.addEventListener('input', () => {
      this.#ask();
    });
    this.#element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter') this.#step(event.shiftKey ? -1 : 1);
    });
    this.#parts.document.addEventListener('scroll', () => {
      if (!this.#element.hidden) this.#parts.mark(this.#input.value);
    });
    this.#parts.document.addEventListener('keydown', (event) => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      this.open();
    });
  }

  #ask(): void {
    this.#search++;
    this.#parts.post({ kind: 'find', search: this.#search, text: this.#input.value.slice(0, 200) });
  }

  #step(by: number): void {
    const count = this.#positions.length;
    if (count === 0) return;
    this.#current = (this.#current + by + count) % count;
    this.#showCurrent();
  }

  #showCurrent(): void {
    const position = this.#positions[this.#current];
    const { strings } = this.#parts;
    const isEmpty = this.#input.value === '';
    this.#count.textContent =
      position === undefined
        ? isEmpty
          ? ''
          : strings.noResults
        : `${this.#current + 1} / ${this.#positions.length}`;
    if (position !== undefined) this.#parts.show(position);
    this.#parts.mark(this.#input.value);
  }

  #button(text: string, label: string, onClick: () => void): HTMLElement {
    const button = this.#parts.document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', onClick);
    return button;
  }
}
