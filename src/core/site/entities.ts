// Character references in text: all numeric ones, and the names that posts use around formulas.
import { wordTable } from '../text/wordTable.js';

const named = wordTable<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  dollar: '$',
  bsol: '\\',
  lbrace: '{',
  rbrace: '}',
  ast: '*',
  lowbar: '_',
  vert: '|',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  middot: '·',
});

const pattern = /&(?:#x([a-f0-9]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,31}));/iy;

export interface Entity {
  readonly text: string;
  readonly end: number;
}

/** The character reference at `at` (a `&`), `null` if there is none that we know. */
export function entityAt(text: string, at: number): Entity | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, hex, decimal, name] = match;
  const decoded =
    name !== undefined
      ? named[name]
      : fromCode(hex !== undefined ? parseInt(hex, 16) : Number(decimal));
  return decoded === undefined ? null : { text: decoded, end: at + match[0].length };
}

const withoutEnd = /&(amp|lt|gt|quot|nbsp|times|middot)/y;

/** The same in a page: browsers know some names without a semicolon. */
export function pageEntityAt(text: string, at: number): Entity | null {
  const entity = entityAt(text, at);
  if (entity !== null) return entity;
  withoutEnd.lastIndex = at;
  const name = withoutEnd.exec(text)?.[1];
  return name === undefined ? null : { text: named[name] ?? '', end: at + 1 + name.length };
}

function fromCode(code: number): string {
  const isCharacter =
    code <= 0x10ffff &&
    !(code >= 0xd800 && code <= 0xdfff) &&
    !(code >= 0xfdd0 && code <= 0xfdef) &&
    (code & 0xfffe) !== 0xfffe &&
    !(code <= 0x1f && code !== 9 && code !== 10 && code !== 12 && code !== 13) &&
    !(code >= 0x7f && code <= 0x9f);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}
