// The next place of a mark, asked from left to right: each part of the text is searched once.

export class MarkSearch {
  readonly #text: string;
  readonly #mark: string;
  #from = 0;
  #at: number;

  constructor(text: string, mark: string) {
    this.#text = text;
    this.#mark = mark;
    this.#at = text.indexOf(mark);
  }

  /** The first place from `from` on, `-1` if there is none. */
  from(from: number): number {
    const isKnown = from >= this.#from && (this.#at < 0 || from <= this.#at);
    if (!isKnown) this.#at = this.#text.indexOf(this.#mark, from);
    this.#from = from;
    return this.#at;
  }
}
