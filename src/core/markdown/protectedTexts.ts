// What a Markdown engine leaves alone in a text, between the delimiters that it knows.
import type { EngineRules, Protection } from '../site/engine.js';
import type { Delimiter } from './block.js';
import type { FoundFormula } from './formula.js';
import { MarkSearch } from './markSearch.js';

interface ProtectedText {
  readonly formula: FoundFormula;
  readonly protection: Protection;
}

/** Whether some text comes to the page as it stands in the post. */
export function passesThrough({ protects }: EngineRules): boolean {
  return protects !== 'all' && protects.some(({ written }) => written === 'page');
}

export class ProtectedTexts {
  readonly #text: string;
  readonly #pairs: readonly Protection[];
  readonly #ends = new Map<string, MarkSearch>();

  /** From `cells` on nothing goes on over a `|` or the end of a line. */
  constructor(text: string, { protects }: EngineRules) {
    this.#text = text;
    this.#pairs = protects === 'all' ? [] : protects.filter(({ where }) => where === 'inline');
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
    const inside = at + escape + open.length;
    const end = this.#end(inside, protection);
    if (end < 0) return null;
    if (written === 'round') {
      const tex = blanksTrimmed(this.#text, { texStart: inside, texEnd: end });
      return { start: at, end: end + 2, ...tex, delimiter: delimiterOf(open), display: false };
    }
    const whole = open.startsWith('\\begin');
    const behind = end + protection.close.length;
    return {
      start: at,
      end: behind,
      texStart: whole ? at : inside,
      texEnd: whole ? behind : end,
      delimiter: delimiterOf(open),
      display: open !== '$' && open !== '\\(',
    };
  }

  /** Where the end delimiter stands for what begins at `inside`, `-1` if there is none. */
  #end(inside: number, { close, written }: Protection): number {
    // `$$$$` is empty to kramdown; to the others what they leave alone is never empty.
    const end = this.#next(close, inside);
    return end < 0 || (end === inside && written !== 'round') ? -1 : end;
  }

  #next(mark: string, from: number): number {
    let search = this.#ends.get(mark);
    if (search === undefined) this.#ends.set(mark, (search = new MarkSearch(this.#text, mark)));
    return search.from(from);
  }
}

/** Without the blanks around the TeX. */
export function blanksTrimmed(
  text: string,
  { texStart, texEnd }: Pick<FoundFormula, 'texStart' | 'texEnd'>,
): Pick<FoundFormula, 'texStart' | 'texEnd'> {
  const inside = text.slice(texStart, texEnd);
  const start = texStart + (inside.length - inside.trimStart().length);
  return { texStart: start, texEnd: Math.max(start, texStart + inside.trimEnd().length) };
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
