// Which commands are one symbol, and how KaTeX's own macros for a few of them are kept whole.
import { wordTable } from '../core/text/wordTable.js';
import type { SymbolRole } from './tree.js';

/**
 * Commands that KaTeX builds from pieces, read as one noncharacter each, so that the tree shows
 * the symbol. A writer's own macro of the same name wins.
 */
const WHOLE: readonly (readonly [text: string, role: SymbolRole, names: readonly string[]])[] = [
  ['\\ne', 'relation', ['\\ne', '\\neq', '≠']],
  ['\\notin', 'relation', ['\\notin', '∉']],
  ['\\bmod', 'binary', ['\\bmod', '\\mod']],
  [':=', 'relation', ['\\coloneqq', '\\coloneq', '\\defeq', '\\vcentcolon', '≔']],
];

const FIRST_WHOLE = 0xfdd0;

export const WHOLE_MACROS: Readonly<Record<string, string>> = Object.fromEntries(
  WHOLE.flatMap(([, , names], index) =>
    names.map((name) => [name, String.fromCharCode(FIRST_WHOLE + index)]),
  ),
);

export function wholeSymbol(
  text: string,
): { readonly text: string; readonly role: SymbolRole } | null {
  const entry = text.length === 1 ? WHOLE[text.charCodeAt(0) - FIRST_WHOLE] : undefined;
  return entry === undefined ? null : { text: entry[0], role: entry[1] };
}

const SYNONYMS = wordTable<string>({
  '\\leq': '\\le',
  '\\leqslant': '\\le',
  '\\leqq': '\\le',
  '≤': '\\le',
  '⩽': '\\le',
  '\\geq': '\\ge',
  '\\geqslant': '\\ge',
  '\\geqq': '\\ge',
  '≥': '\\ge',
  '⩾': '\\ge',
  '\\lt': '<',
  '\\gt': '>',
  '≈': '\\approx',
  '∈': '\\in',
  '\\isin': '\\in',
  '\\vert': '|',
  '\\lvert': '|',
  '\\rvert': '|',
  '\\Vert': '\\|',
  '\\lVert': '\\|',
  '\\rVert': '\\|',
  '∥': '\\|',
  '\\lbrace': '\\{',
  '\\rbrace': '\\}',
  '\\lbrack': '[',
  '\\rbrack': ']',
  '\\lparen': '(',
  '\\rparen': ')',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '\\@cdots': '\\cdots',
  '…': '\\ldots',
  '⋯': '\\cdots',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '\\cdotp': '\\cdot',
  '×': '\\times',
  '−': '-',
  '∞': '\\infty',
  '\\ast': '*',
  '∗': '*',
  '⊙': '\\odot',
  '⊤': '\\top',
  '，': ',',
  '；': ';',
  '：': ':',
  '。': '.',
  '（': '(',
  '）': ')',
});

/** Letters that can be typed and have a command; the command is their name. */
const GREEK = 'αβγδϵζηθικλμνξοπρστυϕχψωΓΔΘΛΞΠΣΥΦΨΩ';
const GREEK_COMMANDS =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'.split(
    ' ',
  );

/** One spelling for each symbol. */
export function canonicalSymbol(text: string): string {
  const synonym = SYNONYMS[text];
  if (synonym !== undefined) return synonym;
  const greek = text.length === 1 ? GREEK.indexOf(text) : -1;
  return greek < 0 ? text : `\\${GREEK_COMMANDS[greek] ?? ''}`;
}

const OPENING = new Set(['(', '[', '\\{', '\\langle', '\\lfloor', '\\lceil']);
const CLOSING = new Set([')', ']', '\\}', '\\rangle', '\\rfloor', '\\rceil']);
const PUNCTUATION = new Set([',', ';', '.']);

/** The role of a symbol that KaTeX calls ordinary, by what it is. */
export function roleOfOrdinary(text: string): SymbolRole {
  if (/^[0-9]$/.test(text)) return 'digit';
  if (OPENING.has(text)) return 'open';
  if (CLOSING.has(text)) return 'close';
  if (PUNCTUATION.has(text)) return 'punctuation';
  if (text === ':') return 'relation';
  if (
    /^\\(?:Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega|ell|hbar|imath|jmath)$/.test(
      text,
    )
  )
    return 'letter';
  return 'ordinary';
}
