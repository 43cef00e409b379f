// What kramdown strikes through: text between two waves each, whatever it holds; it is read for itself.

const start = /~~(?!\s|~)/y;
const end = /[^\s~]~~/g;

export class Strikes {
  readonly #text: string;
  /** From here on none ends. */
  #noneFrom = Infinity;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset behind what is struck through from `at` on; `-1` if nothing is. */
  endAt(at: number): number {
    start.lastIndex = at;
    if (at >= this.#noneFrom || !start.test(this.#text)) return -1;
    end.lastIndex = at + 2;
    if (end.test(this.#text)) return end.lastIndex;
    this.#noneFrom = at;
    return -1;
  }
}
