// What is passed through as it stands in the post: with the marks of quotes, and the escapes of cells.
import { MappedBuilder, type MappedText } from '../text/mapped.js';
import type { TextPlace } from './textPlace.js';

/** Asked for the passages of one text in order. */
export class Passages {
  readonly #text: string;
  readonly #place: TextPlace;
  /** The line of the text in which the last passage began, and where that was. */
  #line = 0;
  #at = 0;

  constructor(text: string, place: TextPlace) {
    this.#text = text;
    this.#place = place;
  }

  /** Mapped to the text; a mark stands where its line begins. */
  passage(start: number, end: number): MappedText {
    const builder = new MappedBuilder();
    const { kind, marks } = this.#place;
    let line = marks === null ? 0 : this.#lineOf(start);
    let from = start;
    for (let at = start; at < end; at++) {
      const code = this.#text.charCodeAt(at);
      const added = code === 10 && marks !== null ? marks(++line) : '';
      if (added !== '') {
        builder.append(this.#text.slice(from, at + 1), from);
        builder.append(added, at);
        from = at + 1;
      } else if (code === 124 && kind === 'cell') {
        builder.append(this.#text.slice(from, at), from);
        builder.append('\\', at);
        from = at;
      }
    }
    builder.append(this.#text.slice(from, end), from);
    return builder.build(start);
  }

  #lineOf(at: number): number {
    for (; this.#at < at; this.#at++) if (this.#text.charCodeAt(this.#at) === 10) this.#line++;
    return this.#line;
  }
}
