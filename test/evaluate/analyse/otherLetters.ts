// Definitions of the library as another writer would have them: other letters, another name, and slightly changed.
import {
  parametersOf,
  signatureOf,
  type LibraryEntry,
} from '../../../src/evaluate/library/entry.js';

const POOL = ['a', 'h', 'k', 'r', 't', 'u', 'v', 'w', 'y', 'z', 'b', 'c', 'f', 'g'];

/** The name of the function that is analysed. */
export const OWN = String.raw`\operatorname{Own}`;

const TOKEN = /\\(?:operatorname|begin|end)\{\w+\}|\\\\|\\[a-zA-Z]+|[^]/g;

/** With a blank before a letter that takes the place of a command: it would go on with the command before. */
function renamed(tex: string, letters: ReadonlyMap<string, string>): string {
  return tex.replace(TOKEN, (token) => {
    const other = letters.get(token);
    return other === undefined ? token : token.startsWith('\\') ? ` ${other}` : other;
  });
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
  const used = new Set(entry.definitions.join(' ').match(TOKEN));
  const fresh = POOL.filter((each) => !used.has(each));
  const left = signatureOf(entry);
  const letters = new Map(argumentsOf(entry).map((symbol, at) => [symbol, fresh[at] ?? symbol]));
  const head = renamed(left.replace(/^\\operatorname\{\w+\}/, OWN), letters);
  const body = renamed(first.slice(left.length + 3), letters);
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
  const behind =
    /^.*?;([^)]*)\)/
      .exec(lines)?.[1]
      ?.split(',')
      .map((one) => one.trim()) ?? [];
  const values = SPECIAL[entry.name] ?? entry.usual;
  return parametersOf(entry)
    .map((_, at) => `${behind[at] ?? ''} = ${values[at] ?? ''}`)
    .join('\n');
}
