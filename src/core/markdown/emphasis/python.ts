// Emphasis by Python-Markdown's rule: stars first, and then underscores that touch no word.
import type { Emphasis } from './scope.js';

export const pythonEmphasis: Emphasis = ({ mask, from, to }, marks) => {
  const pairs = new Pairs(
    mask.slice(from, to).replace(alone, (whole) => whole.replace(/[*_]/, tag)),
  );
  pairs.pair();
  for (const at of pairs.found) marks.add(from + at);
};

/** A mark between blanks is text. */
const alone = /(?:^|(?<=\s))[*_](?=\s|$)/g;
const tag = '\u0002';

/** What is open before, between and behind the parts of an element, by the lengths of its marks. */
interface Pattern {
  readonly form: RegExp;
  readonly lengths: readonly number[];
}

const word = '[\\p{L}\\p{N}_]';

const stars: readonly Pattern[] = [
  { form: /\*{3}(.+?)\*(.*?)\*\*/sy, lengths: [3, 1, 2] },
  { form: /\*{3}(.+?)\*\*(.*?)\*/sy, lengths: [3, 2, 1] },
  { form: /\*\*(?!\*)([^*]+?)\*(?!\*)(.+?)\*{3}/sy, lengths: [2, 1, 3] },
  { form: /\*\*(.+?)\*\*/sy, lengths: [2, 2] },
  { form: /\*([^*]+)\*/sy, lengths: [1, 1] },
];

const underscores: readonly Pattern[] = [
  { form: /_{3}(.+?)_(.*?)__/sy, lengths: [3, 1, 2] },
  { form: /_{3}(.+?)__(.*?)_/sy, lengths: [3, 2, 1] },
  { form: smart(`__(?!_)(.+?)(?<!${word})_(?!_)(.+?)_{3}`), lengths: [2, 1, 3] },
  { form: smart('__(?!_)(.+?)(?<!_)__'), lengths: [2, 2] },
  { form: smart('_(?!_)(.+?)(?<!_)_'), lengths: [1, 1] },
];

function smart(form: string): RegExp {
  return new RegExp(`(?<!${word})${form}(?!${word})`, 'suy');
}

class Pairs {
  readonly found = new Set<number>();
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  pair(): void {
    const inside: (readonly [number, number])[] = [];
    this.#pass('*', stars, 0, this.#text.length, inside);
    // An underscore in an element of stars pairs with none outside of it.
    for (const [start, end] of inside.reverse()) {
      this.#pass('_', underscores, start, end, []);
      this.#text = this.#text.slice(0, start) + tag.repeat(end - start) + this.#text.slice(end);
    }
    this.#pass('_', underscores, 0, this.#text.length, []);
  }

  #pass(
    mark: string,
    patterns: readonly Pattern[],
    from: number,
    to: number,
    inside: (readonly [number, number])[],
  ): void {
    const text = this.#text.slice(0, to);
    for (let at = text.indexOf(mark, from); at >= 0;) {
      const end = this.#element(text, at, patterns, inside);
      at = text.indexOf(mark, end < 0 ? at + 1 : end);
    }
  }

  /** The end of the element at `at`, `-1` if there is none; what it holds may hold smaller ones. */
  #element(
    text: string,
    at: number,
    patterns: readonly Pattern[],
    inside: (readonly [number, number])[],
  ): number {
    for (const [index, { form, lengths }] of patterns.entries()) {
      form.lastIndex = at;
      const match = form.exec(text);
      if (match === null) continue;
      const end = form.lastIndex;
      let offset = at;
      for (const [part, length] of lengths.entries()) {
        for (let next = offset; next < offset + length; next++) this.found.add(next);
        offset += length;
        const content = match[part + 1];
        if (content === undefined) continue;
        this.#inner(offset, offset + content.length, patterns.slice(index + 1), inside);
        offset += content.length;
      }
      return end;
    }
    return -1;
  }

  #inner(
    from: number,
    to: number,
    patterns: readonly Pattern[],
    inside: (readonly [number, number])[],
  ): void {
    inside.push([from, to]);
    const mark =
      patterns === stars || patterns.some(({ form }) => form.source.includes('\\*')) ? '*' : '_';
    if (patterns.length > 0) this.#pass(mark, patterns, from, to, inside);
  }
}
