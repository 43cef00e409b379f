// Names of formulas as names of Python: Greek letters are spelled, marks become words, nothing is taken twice.
import { HELPERS } from './helpers.js';

const KEYWORDS: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from
   global if import in is lambda nonlocal not or pass raise return try while with yield`.split(
    /\s+/,
  ),
);

/** What programs themselves call; a formula may not hide it. */
const USED: ReadonlySet<string> = new Set([
  ...'np math json open print int round float sum max min range abs len'.split(' '),
  ...Object.keys(HELPERS),
]);

const FONTS =
  /\\(?:mathbf|boldsymbol|mathrm|mathbb|mathcal|mathfrak|mathsf|mathtt|text|operatorname)\{([^{}]*)\}/g;
const ACCENTS = /\\(hat|tilde|bar|dot|ddot|vec|check|breve)\{([^{}]*)\}/g;

const MARKS: ReadonlyMap<string, string> = new Map([
  ['*', '_star'],
  ['+', '_plus'],
  ['-', '_minus'],
  ['\\prime', '_prime'],
  ["'", '_prime'],
  ['\\dagger', '_dagger'],
  ['\\top', '_top'],
]);

/** The key of a name of a formula, spelled with what Python allows. */
export function pythonName(key: string): string {
  let text = key;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(FONTS, '$1').replace(ACCENTS, '$2_$1');
  }
  const spelled = text
    .replace(/\\prime|\\dagger|\\top|[*+'-]/g, (mark) => MARKS.get(mark) ?? '_')
    .replace(/\\([a-zA-Z]+) ?/g, '$1')
    .replace(/[^\p{ID_Continue}]+/gu, '_')
    .replace(/_+/g, '_')
    .replace(/^_|_$/g, '');
  if (spelled === '') return 'value';
  const begun = /^\p{ID_Start}/u.test(spelled) ? spelled : `_${spelled}`;
  return KEYWORDS.has(begun) || USED.has(begun) ? `${begun}_` : begun;
}

/** The name itself, or with the first number behind it that makes it new. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let at = 2; ; at++) if (!isTaken(`${wanted}_${at}`)) return `${wanted}_${at}`;
}
