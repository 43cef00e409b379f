// Where formulas stand in a text from which container marks are gone. The scanner and the
// markdown-it rules both ask here, so that they agree. What closes a formula is MathJax's rule.
import { isTrimmed } from './characters.js';
import { CloserSearch, type Closer, type Found } from './closers.js';
import type { CodeSpans } from './codeSpans.js';
import { isNoFormula } from './money.js';
import type { Delimiter } from './block.js';

/** A formula with its delimiters from `start` to `end`; its TeX from `texStart` to `texEnd`. */
export interface FoundFormula {
  readonly start: number;
  readonly end: number;
  readonly texStart: number;
  readonly texEnd: number;
  readonly delimiter: Delimiter;
  readonly display: boolean;
}

export interface Opener {
  readonly delimiter: Delimiter;
  readonly closer: Closer;
  /** Behind the start delimiter. */
  readonly inside: number;
}

const beginPattern = /\\begin\s*\{([^}]*)\}/y;

/** The start delimiter at `at`, where the text has a dollar sign or a backslash. */
export function openerAt(text: string, at: number): Opener | null {
  const next = text.charCodeAt(at + 1);
  if (text.charCodeAt(at) === 36) {
    return next === 36
      ? { delimiter: '$$', closer: '$$', inside: at + 2 }
      : { delimiter: '$', closer: '$', inside: at + 1 };
  }
  if (next === 40) return { delimiter: '\\(', closer: '\\)', inside: at + 2 };
  if (next === 91) return { delimiter: '\\[', closer: '\\]', inside: at + 2 };
  if (next !== 98 || !text.startsWith('\\begin', at)) return null;
  beginPattern.lastIndex = at;
  const match = beginPattern.exec(text);
  if (match === null) return null;
  return {
    delimiter: 'environment',
    closer: { environment: match[1] ?? '' },
    inside: beginPattern.lastIndex,
  };
}

export function isDisplay(delimiter: Delimiter): boolean {
  return delimiter !== '$' && delimiter !== '\\(';
}

/**
 * Where the text goes on behind a dollar or backslash that begins no formula: behind both signs of
 * `$$`, of an escape, and of a pair that holds nothing but blanks.
 */
export function behindText(text: string, at: number): number {
  if (text.charCodeAt(at) === 92 || text.charCodeAt(at + 1) === 36) return at + 2;
  let behind = at + 1;
  while (isTrimmed(text.charCodeAt(behind))) behind++;
  const pairs = text.charCodeAt(behind) === 36 && text.charCodeAt(behind + 1) !== 36;
  return pairs ? behind + 1 : at + 1;
}

export class FormulaMatcher {
  readonly #text: string;
  readonly #search: CloserSearch;
  readonly #code: CodeSpans | null;
  /** The first backtick behind the last place asked about. */
  #backtick = -1;
  /** End delimiters that were found to stand in a code span. */
  #inCode: Set<number> | null = null;

  /** `code` is given where the text may hold code spans that take an end delimiter from a formula. */
  constructor(text: string, code: CodeSpans | null) {
    this.#text = text;
    this.#search = new CloserSearch(text);
    this.#code = code;
  }

  /** The formula that begins at `at`, `null` if what stands there begins none. */
  match(at: number): FoundFormula | null {
    const opener = openerAt(this.#text, at);
    return opener === null ? null : this.close(at, opener);
  }

  close(at: number, opener: Opener): FoundFormula | null {
    const found = this.#search.find(opener.inside, opener.closer);
    if (found === null) return null;
    if (this.#isRefused(at, opener, found)) {
      this.#search.prepare(opener.inside);
      return null;
    }
    const whole = opener.delimiter === 'environment';
    return {
      start: at,
      end: found.end,
      texStart: whole ? at : opener.inside,
      texEnd: whole ? found.end : found.start,
      delimiter: opener.delimiter,
      display: isDisplay(opener.delimiter),
    };
  }

  #isRefused(at: number, opener: Opener, found: Found): boolean {
    if (this.#endsInCode(opener.inside, found)) return true;
    return opener.delimiter === '$' && isNoFormula(this.#text, at, found.start);
  }

  /** Whether a code span that begins inside the formula, in no group, holds its end delimiter. */
  #endsInCode(inside: number, found: Found): boolean {
    if (this.#code === null) return false;
    if (this.#inCode?.has(found.start)) return true;
    if (this.#nextBacktick(inside) >= found.start) return false;
    const held = this.#heldByCode(inside, found.start, this.#code);
    if (held) (this.#inCode ??= new Set()).add(found.start);
    return held;
  }

  #nextBacktick(from: number): number {
    if (this.#backtick < from) {
      const next = this.#text.indexOf('`', from);
      this.#backtick = next < 0 ? Infinity : next;
    }
    return this.#backtick;
  }

  #heldByCode(from: number, closer: number, code: CodeSpans): boolean {
    let depth = 0;
    for (let at = from; at < closer; at++) {
      const char = this.#text.charCodeAt(at);
      if (char === 123) depth++;
      else if (char === 125) depth = Math.max(0, depth - 1);
      else if (char === 92) at++;
      else if (char === 96) {
        const end = depth === 0 ? code.spanEnd(at) : -1;
        if (end > closer) return true;
        at = Math.max(end, code.runEnd(at)) - 1;
      }
    }
    return false;
  }
}
