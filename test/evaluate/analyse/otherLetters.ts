// Definitions of the library as another writer would have them: other letters, another name, and slightly changed.
import {
  parametersOf,
  signatureOf,
  type LibraryEntry,
} from '../../../src/evaluate/library/entry.js';

const POOL = ['a', 'h', 'k', 'r', 't', 'u', 'v', 'w', 'y', 'z', 'b', 'c', 'f', 'g'];

/** The name of the function that is analysed. */
export const OWN = String.raw`\operatorname{Own}`;

function letter(symbol: string): RegExp {
  const escaped = symbol.replace(/\\/g, String.raw`\\`);
  return new RegExp(String.raw`(?<![\\a-zA-Z])${escaped}(?![a-zA-Z])`, 'g');
}

/** The symbols between the parentheses of a left side. */
function argumentsOf(entry: LibraryEntry): readonly string[] {
  const signature = signatureOf(entry);
  return signature.slice(signature.indexOf('(') + 1, -1).split(/[,;]|\\\|/);
}

/** The same definitions; the arguments of the first have other letters. */
export function inOtherLetters(
  entry: LibraryEntry,
  change = (body: string): string => body,
): string {
  const [first = '', ...others] = entry.definitions;
  const used = new Set(first.match(/[a-zA-Z]+/g));
  const fresh = POOL.filter((each) => !used.has(each));
  const left = signatureOf(entry);
  let [head, body] = [left.replace(/^\\operatorname\{\w+\}/, OWN), first.slice(left.length + 3)];
  argumentsOf(entry).forEach((symbol, at) => {
    const other = fresh[at] ?? symbol;
    head = head.replace(letter(symbol), other);
    body = body.replace(letter(symbol), other);
  });
  return [`${head} = ${change(body)}`, ...others].join('\n');
}

/** Values that make no other formula of it. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  's-star': ['0.5', '3'],
  's-one-p': ['3'],
  'pq-mean': ['0.5', '3'],
};

/** Worksheet lines that give its parameters, in the letters that they have there, their values. */
export function parameterLines(entry: LibraryEntry): string {
  const lines = inOtherLetters(entry).split('\n')[0] ?? '';
  const behind = /^.*?;([^)]*)\)/.exec(lines)?.[1]?.split(',') ?? [];
  const values = SPECIAL[entry.name] ?? entry.usual;
  return parametersOf(entry)
    .map((_, at) => `${behind[at] ?? ''} = ${values[at] ?? ''}`)
    .join('\n');
}
