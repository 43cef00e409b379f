// Formulas that begin in a text and never end, so that readers see their source: an environment
// without its `\end`, `$$` without another, and what a brace keeps from its end. Only what can be
// nothing else is found: a lone dollar sign, a bracket or a word in braces may be meant as text.
import { mathjax4Environments } from '../numbering/environments.js';
import type { InlineScan } from './inlineScan.js';
import { isLink, tokenOver } from './tokenLookup.js';

export interface InlineUnclosed {
  /** What is missing: an end delimiter, or the brace that closes the one at `start`. */
  readonly lacks: 'end' | 'brace';
  /** `$$`, or the name of an environment; empty for a brace. */
  readonly subject: string;
  readonly start: number;
  readonly end: number;
}

const none: readonly InlineUnclosed[] = [];
const mayBegin = /\$|\\begin/;

/** `braces`: whether the text comes to the math engine as it stands, so that its braces count. */
export function findUnclosed(
  text: string,
  scan: InlineScan,
  braces: boolean,
): readonly InlineUnclosed[] {
  return mayBegin.test(text) ? new UnclosedSearch(text, scan, braces).run() : none;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

const begin = /\\begin\s*\{([a-zA-Z]+\*?)\}/y;
const ends = /\\end\s*\{([a-zA-Z]+\*?)\}/g;
/** What stands before a brace that is TeX's. */
const opensArgument = /(?:[_^}\]]|\\[a-zA-Z]+)\s?$/;
/** What tells TeX from the name of a variable or a price. */
const texMark = /\\[a-zA-Z]|[_^]\{|=/;

class UnclosedSearch {
  readonly #text: string;
  readonly #braces: boolean;
  readonly #formulas: readonly Extent[];
  readonly #taken: readonly Extent[];
  readonly #links: readonly (Extent & { readonly labelEnd: number })[];
  #lastEnds: ReadonlyMap<string, number> | null = null;
  #at = 0;
  #searchedTo = 0;

  constructor(text: string, { formulas, tokens }: InlineScan, braces: boolean) {
    this.#text = text;
    this.#braces = braces;
    this.#formulas = formulas;
    this.#taken = tokens.filter(({ kind }) => takenKinds.has(kind));
    this.#links = tokens.filter(isLink);
  }

  /** Behind a formula without an end, nothing is sure any more. */
  run(): readonly InlineUnclosed[] {
    const found: InlineUnclosed[] = [];
    const marks = /[\\$]/g;
    while (marks.test(this.#text)) {
      const at = marks.lastIndex - 1;
      this.#at = at;
      const taken = this.#takenUntil(at);
      const unclosed = taken === null ? this.#unclosedAt(at) : null;
      if (unclosed) found.push(unclosed);
      if (unclosed?.lacks === 'end') break;
      marks.lastIndex = taken ?? this.#at;
    }
    return found;
  }

  #takenUntil(at: number): number | null {
    const link = tokenOver(this.#links, at);
    if (link && at >= link.labelEnd) return link.end;
    return (tokenOver(this.#formulas, at) ?? tokenOver(this.#taken, at))?.end ?? null;
  }

  /** Leaves in `#at` where to go on. */
  #unclosedAt(at: number): InlineUnclosed | null {
    if (this.#text.charAt(at) === '\\') return this.#environment(at);
    return this.#text.charAt(at + 1) === '$' ? this.#doubleDollar(at) : this.#dollar(at);
  }

  #environment(start: number): InlineUnclosed | null {
    begin.lastIndex = start;
    const name = begin.exec(this.#text)?.[1];
    this.#at = name === undefined ? start + 2 : begin.lastIndex;
    if (name === undefined || !mathjax4Environments.has(name)) return null;
    this.#lastEnds ??= lastEnds(this.#text);
    const last = this.#lastEnds.get(name) ?? -1;
    if (last < start) return { lacks: 'end', subject: name, start, end: this.#at };
    // What one environment was searched for, others in it need not be.
    if (start < this.#searchedTo) return null;
    this.#searchedTo = last;
    return this.#openBrace(start, last);
  }

  #doubleDollar(start: number): InlineUnclosed | null {
    const inside = start + 2;
    this.#at = inside;
    const close = this.#text.indexOf('$$', inside);
    if (close >= 0) return this.#openBrace(inside, close, close + 2);
    const lineStart = this.#text.lastIndexOf('\n', start) + 1;
    if (this.#text.slice(lineStart, start).trim() !== '') return null;
    if (!texMark.test(this.#text.slice(inside))) return null;
    return { lacks: 'end', subject: '$$', start, end: inside };
  }

  #dollar(start: number): InlineUnclosed | null {
    this.#at = start + 1;
    const inside = /^[^$\\\n]*(?:\\[^\n][^$\\\n]*)*\$/.exec(this.#text.slice(this.#at));
    const close = inside ? this.#at + inside[0].length - 1 : -1;
    return close < 0 ? null : this.#openBrace(start + 1, close, close + 1);
  }

  /** The innermost brace of TeX that is open at `to`; if there is one, the search goes on at `next`. */
  #openBrace(from: number, to: number, next = to): InlineUnclosed | null {
    if (!this.#braces) return null;
    const open: number[] = [];
    for (let at = from; at < to; at++) {
      const character = this.#text.charAt(at);
      if (character === '\\') at++;
      else if (character === '{') open.push(at);
      else if (character === '}') open.pop();
    }
    const start = open.at(-1);
    if (start === undefined) return null;
    const before = this.#text.slice(Math.max(from, start - 40), start);
    if (!opensArgument.test(before)) return null;
    this.#at = next;
    return { lacks: 'brace', subject: '', start, end: start + 1 };
  }
}

const takenKinds: ReadonlySet<string> = new Set([
  ...['formula', 'code', 'comment', 'html', 'autolink', 'reference'],
]);

function lastEnds(text: string): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const match of text.matchAll(ends)) last.set(match[1] ?? '', match.index);
  return last;
}
