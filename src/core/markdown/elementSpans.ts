// What Python-Markdown with arithmatex puts into elements as math: between dollars and round brackets
// that are not escaped, after code has been taken out of the text.
import { CodeSpans } from './codeSpans.js';

/** Up to `end`; `open` is the length of each delimiter. `null`: taken for math, but none that is read. */
export interface ElementSpan {
  readonly end: number;
  readonly open: number | null;
}

interface Mark {
  readonly at: number;
  readonly kind: '$' | '\\(' | '\\)';
}

/** By where they begin. */
export function elementSpans(text: string): ReadonlyMap<number, ElementSpan> {
  return new ElementSearch(text).run();
}

class ElementSearch {
  readonly #text: string;
  readonly #mask: string;
  readonly #marks: readonly Mark[];
  readonly #spans = new Map<number, ElementSpan>();
  /** Dollars that began nothing: each may begin what ends behind the next formula. */
  readonly #loose: number[] = [];
  /** Of each mark, the next `\)` from it on. */
  readonly #closers: readonly number[];
  readonly #lastDollar: number;

  constructor(text: string) {
    this.#text = text;
    this.#mask = withoutCode(text);
    this.#marks = marksOf(this.#mask);
    this.#closers = closersOf(this.#marks);
    this.#lastDollar = this.#mask.lastIndexOf('$');
  }

  run(): ReadonlyMap<number, ElementSpan> {
    let behind = 0;
    for (const [index, { at, kind }] of this.#marks.entries()) {
      if (at < behind || kind === '\\)') continue;
      const end = kind === '$' ? this.#dollars(index, at) : this.#brackets(index, at);
      if (end < 0 && kind === '$') this.#loose.push(at);
      if (end >= 0) behind = this.#pairLoose(end);
    }
    return this.#spans;
  }

  #brackets(index: number, at: number): number {
    const close = this.#closers[index] ?? -1;
    return close > at + 2 ? this.#add(at, 2, close + 2) : -1;
  }

  #dollars(index: number, at: number): number {
    const isDouble = this.#mask.charAt(at + 1) === '$';
    if (isDouble) {
      const close = this.#nextDollar(index + 2);
      if (this.#mask.charAt(close + 1) === '$' && this.#isTight(at + 2, close))
        return this.#add(at, 2, close + 2);
    }
    const close = this.#nextDollar(index + 1);
    return this.#isTight(at + 1, close) ? this.#add(at, 1, close + 1) : -1;
  }

  #nextDollar(index: number): number {
    for (let next = index; next < this.#marks.length; next++) {
      const mark = this.#marks[next];
      if (mark?.kind === '$') return mark.at;
    }
    return -1;
  }

  #isTight(from: number, to: number): boolean {
    return (
      to > from && !/\s/.test(this.#mask.charAt(from)) && !/\s/.test(this.#mask.charAt(to - 1))
    );
  }

  #add(at: number, open: number, end: number): number {
    const hasCode = this.#mask.slice(at, end) !== this.#text.slice(at, end);
    this.#spans.set(at, { end, open: hasCode ? null : open });
    return end;
  }

  /** The search begins anew behind each formula, and finds the dollars before it with those behind. */
  #pairLoose(end: number): number {
    let behind = end;
    while (this.#loose.length > 0 && behind <= this.#lastDollar) {
      const open = this.#loose[this.#loose.length - 1] ?? 0;
      const close = this.#mask.indexOf('$', behind);
      if (/\s/.test(this.#mask.charAt(open + 1) + this.#mask.charAt(close - 1))) break;
      this.#loose.pop();
      this.#spans.set(behind, { end: close + 1, open: null });
      behind = close + 1;
    }
    return behind;
  }
}

function marksOf(mask: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < mask.length; at++) {
    const character = mask.charAt(at);
    if (character === '$') marks.push({ at, kind: '$' });
    if (character !== '\\') continue;
    const next = mask.charAt(at + 1);
    if (next === '(' || next === ')') marks.push({ at, kind: `\\${next}` });
    at++;
  }
  return marks;
}

function closersOf(marks: readonly Mark[]): readonly number[] {
  const closers: number[] = [];
  let close = -1;
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (mark?.kind === '\\)') close = mark.at;
    closers.push(close);
  }
  return closers.reverse();
}

/** Code as letters. */
function withoutCode(text: string): string {
  if (!text.includes('`')) return text;
  const code = new CodeSpans(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    if (character !== '`') continue;
    const end = code.spanEnd(at);
    if (end >= 0) {
      parts.push(text.slice(from, at), 'c'.repeat(end - at));
      from = end;
    }
    at = Math.max(end, code.runEnd(at)) - 1;
  }
  return parts.join('') + text.slice(from);
}
