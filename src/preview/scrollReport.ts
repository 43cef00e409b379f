// Tells the editor what the reader scrolled to, and nothing of what the editor or a patch brought about.
import type { FromPreview } from '../protocol/preview.js';

export class ScrollReport {
  readonly #post: (message: FromPreview) => void;
  /** The reader used the preview last, by wheel, key or pointer. */
  #isReaders = false;
  #hasScrolled = false;
  #line = -1;

  constructor(post: (message: FromPreview) => void) {
    this.#post = post;
  }

  /** The reader does something in the preview. */
  readerActs(): void {
    this.#isReaders = true;
  }

  /** The editor moves the page, or another text does. */
  othersAct(): void {
    this.#isReaders = false;
    this.#hasScrolled = false;
    this.#line = -1;
  }

  /** The page has scrolled, and not because it was told to. */
  scrolled(): void {
    if (this.#isReaders) this.#hasScrolled = true;
  }

  /** After each picture; `line` is that at the top of the viewport. */
  tell(line: () => number): void {
    if (!this.#hasScrolled) return;
    this.#hasScrolled = false;
    const top = line();
    if (top === this.#line) return;
    this.#line = top;
    this.#post({ kind: 'scrolled', line: top });
  }
}
