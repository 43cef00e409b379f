// What a Markdown engine leaves alone in a text, between the delimiters that it knows.
import type { EngineRules, Protection } from '../site/engine.js';
import type { Delimiter } from './block.js';
import { mathInLines } from './lineSpans.js';
import type { FoundFormula } from './formula.js';

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
  readonly #cells: number;
  /** Where a formula of one line ends, by where it begins. */
  #lines: ReadonlyMap<number, number> | null = null;
  readonly #pairs: readonly Protection[];
  /** For each end delimiter the last answer: the first one from `from` on stands at `at`. */
  readonly #ends = new Map<string, { readonly from: number; readonly at: number }>();

  /** From `cells` on nothing goes on over a `|` or the end of a line. */
  constructor(text: string, { protects }: EngineRules, cells: number) {
    this.#text = text;
    this.#cells = cells;
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
    if (protection.where === 'line') return this.#inLine(at);
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

  #inLine(at: number): FoundFormula | null {
    const end = (this.#lines ??= mathInLines(this.#text)).get(at);
    if (end === undefined || this.#crossesCell(at, end)) return null;
    const delimiter = this.#text.charCodeAt(at + 1) === 36 ? '$$' : '$';
    const { length } = delimiter;
    const tex = { texStart: at + length, texEnd: end - length };
    return { start: at, end, ...tex, delimiter, display: delimiter === '$$' };
  }

  #crossesCell(start: number, end: number): boolean {
    return start >= this.#cells && this.#next('|', start, true) < end;
  }

  /** Where the end delimiter stands for what begins at `inside`, `-1` if there is none. */
  #end(inside: number, { close, written }: Protection): number {
    // `$$$$` is empty to kramdown; to the others what they leave alone is never empty.
    const end = this.#next(close, inside);
    if (end < 0 || (end === inside && written !== 'round')) return -1;
    const inCells = inside >= this.#cells;
    if (!inCells && end >= this.#cells) return -1;
    if (inCells && this.#nextUnescaped('|', inside, true) < end) return -1;
    return inCells && this.#next('\n', inside, true) < end ? -1 : end;
  }

  #next(mark: string, from: number, orEnd = false): number {
    const at = this.#known(mark, from, () => this.#text.indexOf(mark, from));
    return at < 0 && orEnd ? this.#text.length : at;
  }

  #nextUnescaped(mark: string, from: number, orEnd = false): number {
    const at = this.#known(`unescaped ${mark}`, from, () => {
      let next = this.#text.indexOf(mark, from);
      while (next >= 0 && isEscaped(this.#text, next)) next = this.#text.indexOf(mark, next + 1);
      return next;
    });
    return at < 0 && orEnd ? this.#text.length : at;
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

/** Whether an odd number of backslashes stands before `at`. */
export function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (first > 0 && text.charCodeAt(first - 1) === 92) first--;
  return (at - first) % 2 === 1;
}
