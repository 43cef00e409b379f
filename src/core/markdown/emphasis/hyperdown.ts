// Emphasis by HyperDown's rule: on one line, stars anywhere, underscores between blanks only.
import type { Emphasis } from './scope.js';

export const hyperdownEmphasis: Emphasis = ({ mask, from, to }, marks) => {
  for (let start = from; start < to;) {
    const next = mask.indexOf('\n', start);
    const end = next < 0 || next > to ? to : next;
    new LinePairs(mask, start, end, marks).pair();
    start = end + 1;
  }
};

class LinePairs {
  readonly #characters: string[];
  readonly #start: number;
  readonly #marks: Set<number>;

  constructor(mask: string, start: number, end: number, marks: Set<number>) {
    this.#characters = mask.slice(start, end).split('');
    this.#start = start;
    this.#marks = marks;
  }

  pair(): void {
    for (const length of [3, 2, 1]) this.#pairRuns('*', length);
    for (const length of [3, 2, 1]) this.#pairRuns('_', length);
    this.#pairRuns('~', 2);
  }

  /** From left to right, each with the next one that leaves something between them. */
  #pairRuns(mark: string, length: number): void {
    let open = -1;
    for (let at = 0; at + length <= this.#characters.length; at++) {
      if (!this.#isRun(at, mark, length)) continue;
      if (open >= 0 && at > open + length && this.#mayEnd(at + length, mark)) {
        this.#take(open, length);
        this.#take(at, length);
        open = -1;
        at += length - 1;
      } else if (open < 0 && this.#mayBegin(at, mark)) {
        open = at;
        at += length - 1;
      }
    }
  }

  #isRun(at: number, mark: string, length: number): boolean {
    for (let next = at; next < at + length; next++)
      if (this.#characters[next] !== mark) return false;
    return true;
  }

  #mayBegin(at: number, mark: string): boolean {
    return mark !== '_' || isEdge(this.#characters[at - 1]);
  }

  #mayEnd(at: number, mark: string): boolean {
    return mark !== '_' || isEdge(this.#characters[at]);
  }

  #take(at: number, length: number): void {
    for (let next = at; next < at + length; next++) {
      this.#characters[next] = tag;
      this.#marks.add(this.#start + next);
    }
  }
}

const tag = '\u0002';

/** The end of the line, a blank, or the tag of an element around. */
function isEdge(character: string | undefined): boolean {
  return character === undefined || character === tag || /\s/.test(character);
}
