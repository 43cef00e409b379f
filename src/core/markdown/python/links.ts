// Links and images as Python-Markdown finds them: brackets that pair, and then a target in round ones.
import { partOf, type LinkParts, type Masked } from './masked.js';
import type { Found, Reader } from './pattern.js';

export function linkAt(masked: Masked, at: number, reader: Reader): Found {
  const link = partsAt(masked, at + 1, reader);
  if (link === null) return at + 1;
  const { start } = masked;
  const label = partOf(masked, at + 1, link.labelEnd - start);
  const to = link.end - start;
  const { end, ...parts } = link;
  const content = [reader.later(label)];
  return { to, part: { kind: 'element', end, tag: 'a', content, link: parts } };
}

export function imageAt(masked: Masked, at: number, reader: Reader): Found {
  const link = partsAt(masked, at + 2, reader);
  if (link === null) return at + 2;
  const { end, ...parts } = link;
  return { to: end - masked.start, part: { kind: 'image', end, link: parts } };
}

function partsAt(
  masked: Masked,
  inside: number,
  { parts }: Reader,
): (LinkParts & { readonly end: number }) | null {
  const { text, start } = masked;
  parts.spend(text.length - inside);
  // Without it there is none, and brackets are common in formulas.
  if (!text.includes('](', inside)) return null;
  const labelEnd = closingBracket(text, inside);
  if (labelEnd < 0 || text.charCodeAt(labelEnd + 1) !== 40) return null;
  const target = targetAt(text, labelEnd + 1);
  if (target === null) return null;
  return {
    labelStart: start + inside,
    labelEnd: start + labelEnd,
    target: text.slice(target.from, target.to).trim(),
    targetStart: start + target.from,
    targetEnd: start + target.to,
    end: start + target.end,
  };
}

function closingBracket(text: string, inside: number): number {
  const marks = /[[\]]/g;
  marks.lastIndex = inside;
  let depth = 1;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    depth += mark[0] === '[' ? 1 : -1;
    if (depth === 0) return mark.index;
  }
  return -1;
}

interface Target {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

const pointed = /\(\s*<([^<>]*)>\s*(?:(?:'[^']*'|"[^"]*")\s*)?\)/y;
const opening = /\(\s*/y;

function targetAt(text: string, at: number): Target | null {
  pointed.lastIndex = at;
  const match = pointed.exec(text);
  if (match !== null) {
    const from = text.indexOf('<', at) + 1;
    return { from, to: from + (match[1] ?? '').length, end: pointed.lastIndex };
  }
  opening.lastIndex = at;
  opening.test(text);
  return new PlainTarget(text, opening.lastIndex).read();
}

/** A quote may begin a title, in which brackets count only as long as no quote ends it. */
class PlainTarget {
  readonly #text: string;
  readonly #from: number;
  #depth = 1;
  /** Brackets that are open if the quote begins no title; where they would be closed. */
  #withoutTitle = 1;
  #endWithoutTitle = -1;
  readonly #quotes: { readonly mark: string; readonly at: number; closed: boolean }[] = [];

  constructor(text: string, from: number) {
    this.#text = text;
    this.#from = from;
  }

  read(): Target | null {
    let last = '';
    for (let at = this.#from; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === '(') this.#open();
      else if (character === ')' && this.#close(at, last)) return this.#target(at, last);
      else if (character === "'" || character === '"') this.#quote(character, at);
      if (character !== ' ') last = character;
    }
    if (this.#withoutTitle > 0 || this.#endWithoutTitle < 0) return null;
    return { from: this.#from, to: this.#endWithoutTitle - 1, end: this.#endWithoutTitle };
  }

  #open(): void {
    if (this.#quotes.length === 0) this.#depth++;
    else if (this.#withoutTitle > 0) this.#withoutTitle--;
  }

  /** Whether the bracket ends the link. */
  #close(at: number, last: string): boolean {
    if (this.#quotes.some(({ mark, closed }) => closed && mark === last)) return true;
    if (this.#quotes.length === 0) return --this.#depth === 0;
    if (this.#withoutTitle > 0 && --this.#withoutTitle === 0) this.#endWithoutTitle = at + 1;
    return false;
  }

  #quote(mark: string, at: number): void {
    const known = this.#quotes.find((quote) => quote.mark === mark);
    if (known !== undefined) {
      known.closed = true;
      return;
    }
    if (this.#quotes.length === 0) this.#withoutTitle = this.#depth;
    this.#quotes.push({ mark, at, closed: false });
  }

  #target(close: number, last: string): Target {
    const title = this.#quotes.find(({ mark, closed }) => closed && mark === last);
    return { from: this.#from, to: title?.at ?? close, end: close + 1 };
  }
}
