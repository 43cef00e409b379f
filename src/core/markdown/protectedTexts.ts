// What a Markdown engine leaves alone in a text, between the delimiters that it knows.
import type { EngineRules, Protection } from '../site/engine.js';
import type { Delimiter } from './block.js';
import type { FoundFormula } from './formula.js';

interface ProtectedText {
  readonly formula: FoundFormula;
  readonly protection: Protection;
}

export class ProtectedTexts {
  readonly #text: string;
  readonly #inCells: boolean;
  readonly #pairs: readonly Protection[];
  /** For each end delimiter the last answer: the first one from `from` on stands at `at`. */
  readonly #ends = new Map<string, { readonly from: number; readonly at: number }>();

  /** `inCells`: whether nothing goes on over a `|` or the end of a line. */
  constructor(text: string, { protects }: EngineRules, inCells: boolean) {
    this.#text = text;
    this.#inCells = inCells;
    this.#pairs =
      protects === 'all'
        ? []
        : protects.filter(({ where }) => where === 'inline' || where === 'line');
  }

  get isEmpty(): boolean {
    return this.#pairs.length === 0;
  }

  /** What is protected from `at` on. The longest start delimiter comes first in a list of pairs that works. */
  at(at: number): ProtectedText | null {
    for (const protection of this.#pairs) {
      const formula = this.#formula(at, protection);
      if (formula !== null) return { formula, protection };
      // Goldmark takes no shorter delimiter where the longer one has no end.
      if (protection.written === 'page' && this.#text.startsWith(protection.open, at)) return null;
    }
    return null;
  }

  /** The pair whose start delimiter stands at `at`. */
  openerAt(at: number): Protection | null {
    return this.#pairs.find(({ open }) => this.#text.startsWith(open, at)) ?? null;
  }

  /** How long the start delimiter at `at` is that two backslashes before it keep from being one. */
  escapes(at: number): number {
    const opener = this.openerAt(at);
    return opener?.written === 'page' ? opener.open.length : 0;
  }

  #formula(at: number, protection: Protection): FoundFormula | null {
    const { open, written } = protection;
    const escape = written === 'round' ? escapedStart(this.#text, at) : 0;
    if (!this.#text.startsWith(open, at + escape)) return null;
    if (written === 'element' && isEscaped(this.#text, at)) return null;
    const inside = at + escape + open.length;
    const end = this.#end(inside, protection);
    if (end < 0) return null;
    if (written === 'round') return formulaBetween(this.#text, at, inside, end, open, false);
    const whole = open.startsWith('\\begin');
    const behind = end + protection.close.length;
    return {
      start: at,
      end: behind,
      texStart: whole ? at : inside,
      texEnd: whole ? behind : end,
      delimiter: delimiterOf(open),
      display: written !== 'element' && open !== '$' && open !== '\\(',
    };
  }

  /** Where the end delimiter stands for what begins at `inside`, `-1` if there is none. */
  #end(inside: number, { close, where, written }: Protection): number {
    if (written === 'element') return this.#unescapedEnd(inside, close);
    // `$$$$` is empty to kramdown; to the others what they leave alone is never empty.
    const end = this.#next(
      close,
      written === 'round' ? inside : inside + (where === 'line' ? 1 : 0),
    );
    if (end < 0 || (end === inside && written !== 'round')) return -1;
    if (this.#inCells && this.#next('|', inside, true) < end) return -1;
    const isOnLine = where === 'line' || this.#inCells;
    if (isOnLine && this.#next('\n', inside, true) < end) return -1;
    return where === 'line' && this.#holdsCode(inside, end, this.#next('\n', inside, true))
      ? -1
      : end;
  }

  /** HyperDown takes code out of a line, and Python-Markdown of a text, before it looks for math. */
  #holdsCode(inside: number, end: number, last: number): boolean {
    const open = this.#next('`', inside);
    if (open < 0 || open >= end) return false;
    const close = this.#next('`', open + 1);
    return close > open + 1 && close < last;
  }

  /** As arithmatex has it: behind no backslash, and dollars with no blank at either side inside. */
  #unescapedEnd(inside: number, close: string): number {
    const text = this.#text;
    const end = this.#nextUnescaped(close, inside);
    if (end <= inside || this.#holdsCode(inside, end, text.length)) return -1;
    if (!close.startsWith('$')) return end;
    const isTight = !/\s/.test(text.charAt(inside)) && !/\s/.test(text.charAt(end - 1));
    return isTight && this.#nextUnescaped('$', inside) === end ? end : -1;
  }

  #next(mark: string, from: number, orEnd = false): number {
    const at = this.#known(mark, from, () => this.#text.indexOf(mark, from));
    return at < 0 && orEnd ? this.#text.length : at;
  }

  #nextUnescaped(mark: string, from: number): number {
    return this.#known(`unescaped ${mark}`, from, () => {
      let at = this.#text.indexOf(mark, from);
      while (at >= 0 && isEscaped(this.#text, at)) at = this.#text.indexOf(mark, at + 1);
      return at;
    });
  }

  #known(name: string, from: number, find: () => number): number {
    const known = this.#ends.get(name);
    if (known !== undefined && from >= known.from && (known.at < 0 || from <= known.at))
      return known.at;
    const at = find();
    this.#ends.set(name, { from, at });
    return at;
  }
}

/** The TeX between two delimiters, without the blanks around it. */
export function formulaBetween(
  text: string,
  start: number,
  from: number,
  to: number,
  open: string,
  display: boolean,
): FoundFormula {
  const inside = text.slice(from, to);
  const texStart = from + (inside.length - inside.trimStart().length);
  const texEnd = Math.max(texStart, from + inside.trimEnd().length);
  return { start, end: to + 2, texStart, texEnd, delimiter: delimiterOf(open), display };
}

function delimiterOf(open: string): Delimiter {
  switch (open) {
    case '$':
    case '$$':
    case '\\(':
    case '\\[':
      return open;
    default:
      return 'environment';
  }
}

/** A paragraph that begins with `\$$` and could be a display of kramdown's is inline; the backslash goes. */
function escapedStart(text: string, at: number): number {
  return at === 0 && /^\\\$\$(?:(?!\$\$)[^])*\$\$[^\S\n]*(?:\n|$)/.test(text) ? 1 : 0;
}

/** Whether an odd number of backslashes stands before `at`. */
export function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (first > 0 && text.charCodeAt(first - 1) === 92) first--;
  return (at - first) % 2 === 1;
}
