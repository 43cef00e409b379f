// Which lines of a post have a say in what a part of it gives: all that define what it could name, and what these rest on.
import { textWithoutFiles } from '../data/fileNames.js';
import type { ReadingContext, Statement } from '../worksheet/statements.js';
import { readStatements } from '../worksheet/statements.js';
import type { StatementText } from '../worksheet/lines.js';
import { lettersOf, lettersOfName } from './letters.js';

/** What a line is to others, told by its text alone. */
export interface LineLetters {
  readonly uses: ReadonlySet<string>;
  /** Letters of the names that it may define, or say something of. */
  readonly offers: ReadonlySet<string>;
  /** Every other part rests on it: a convention. */
  readonly isForAll: boolean;
  /** Says what symbols may be, to whatever speaks of symbols without a value. */
  readonly isDomain: boolean;
  /** May be about symbols without a value. */
  readonly isOpen: boolean;
}

export function lettersOfLine(
  line: StatementText,
  tex: string,
  reading: ReadingContext,
): LineLetters {
  const uses = lettersOf(textWithoutFiles(tex).replace(KEYWORD, ''), reading.macros);
  const statements = readStatements(line, reading);
  const offers = new Set(statements.flatMap((statement) => [...offersOf(statement, uses)]));
  const has = (kind: Statement['content']['kind']): boolean =>
    statements.some(({ content }) => content.kind === kind);
  return {
    uses,
    offers,
    isForAll: has('setting'),
    isDomain: has('domains'),
    isOpen: has('relation'),
  };
}

/** Its letters name nothing, and an l would rest on all lines. */
const KEYWORD = /^(?:table|plot|histogram|heat|slide|analyse)(?:\[[^\]]*\])?(?=\s)/;

/** What is not known to define nothing may define all that it names. */
function offersOf({ content }: Statement, uses: ReadonlySet<string>): ReadonlySet<string> {
  switch (content.kind) {
    case 'expression':
    case 'table':
    case 'plot':
    case 'analysis':
    case 'problem':
      return new Set();
    case 'relation': {
      const { left } = content;
      if (left === null) return new Set();
      return lettersOfName(left.kind === 'indexed' ? left.base : left.name);
    }
    case 'slide':
      return lettersOfName(content.slide.name.name);
    default:
      return uses;
  }
}

/** `l_p` is a norm of the only vector of the post, whichever line gives it. */
const OF_ALL = ['l', '\\ell'];

/** Finds the lines that parts rest on. */
export class Dependencies {
  readonly #lines: readonly LineLetters[];
  readonly #offering = new Map<string, number[]>();
  readonly #forAll: readonly number[];

  constructor(lines: readonly LineLetters[]) {
    this.#lines = lines;
    lines.forEach(({ offers }, at) => {
      for (const letter of offers)
        this.#offering.set(letter, [...(this.#offering.get(letter) ?? []), at]);
    });
    this.#forAll = lines.flatMap(({ isForAll }, at) => (isForAll ? [at] : []));
  }

  ofLine(at: number): readonly number[] {
    const line = this.#lines[at];
    return line === undefined ? [] : this.of(line.uses, line.isOpen);
  }

  /** In their order. */
  of(letters: ReadonlySet<string>, isOpen: boolean): readonly number[] {
    if (OF_ALL.some((letter) => letters.has(letter))) return this.#lines.map((_, at) => at);
    const found = new Set(this.#forAll);
    const seen = new Set<string>();
    const waiting = [letters];
    for (const [at, { isDomain, uses }] of this.#lines.entries()) {
      if (!isOpen || !isDomain) continue;
      found.add(at);
      waiting.push(uses);
    }
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const letter of next) {
        if (seen.has(letter)) continue;
        seen.add(letter);
        for (const at of this.#offering.get(letter) ?? []) {
          if (found.has(at)) continue;
          found.add(at);
          waiting.push(this.#lines[at]?.uses ?? new Set());
        }
      }
    }
    if (OF_ALL.some((letter) => seen.has(letter))) return this.#lines.map((_, at) => at);
    return [...found].sort((left, right) => left - right);
  }
}
