// How calls of the library are written.
import { signatureOf, type LibraryEntry } from '../../../src/evaluate/library/entry.js';

export type Argument = number | readonly number[] | readonly (readonly number[])[];

export interface Vector {
  readonly arguments: readonly Argument[];
  readonly parameters: readonly Argument[];
  readonly value: number | readonly number[] | 'Infinity' | '-Infinity';
}

/** `\operatorname{Focal}(0.1;2)`; what stands between the arguments is as in the definition. */
export function callWith(entry: LibraryEntry, { arguments: first, parameters }: Vector): string {
  const signature = signatureOf(entry);
  const values = [...first, ...parameters].map(writeArgument);
  const callee = signature.slice(0, signature.indexOf('('));
  const inside = signature.slice(callee.length + 1, -1);
  const separators = inside.match(/[,;]|\\\|/g) ?? [];
  return `${callee}(${values.map((value, at) => value + (separators[at] ?? '')).join('')})`;
}

export function writeArgument(argument: Argument): string {
  if (typeof argument === 'number') return String(argument);
  const rows = argument.map((row) => (typeof row === 'number' ? row : row.join('&')));
  return rows.every((row) => typeof row === 'number')
    ? `[${rows.join(',')}]`
    : String.raw`\begin{pmatrix}${rows.join(String.raw`\\`)}\end{pmatrix}`;
}
