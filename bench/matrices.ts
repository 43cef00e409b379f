// A long post, and far behind the place where keys are pressed large matrices to hover over.
import { makePost } from './posts.js';

/** How a post writes a matrix: as a definition before the first, and the matrix itself. */
export interface Writing {
  readonly name: string;
  readonly definition: string;
  readonly row: string;
}

export const rows = 200;

const row = Array.from({ length: rows }, () => '1').join('&');

export const writings: readonly Writing[] = [
  { name: 'written out', definition: '', row },
  // Short enough for a picture, which then has as many cells.
  { name: 'by a macro', definition: `$\\newcommand{\\row}{${row}}$\n`, row: '\\row' },
];

/** No two of the matrices are equal: no answer to a hover is a kept one. */
export function postWithMatrices(formulas: number, matrices: number, writing: Writing): string {
  const numbered = Array.from({ length: matrices }, (_, matrix) => displayOf(writing.row, matrix));
  const references = numbered.map((_, matrix) => `By ${referenceTo(matrix)}.\n`);
  return [makePost(formulas), writing.definition, ...numbered, ...references].join('\n');
}

export function referenceTo(matrix: number): string {
  return `\\eqref{eq:matrix-${matrix}}`;
}

function displayOf(row: string, matrix: number): string {
  const cells = `${Array.from({ length: rows }, () => row).join('\\\\\n')}\\\\${matrix}`;
  return `\n\\begin{equation}\\begin{pmatrix}\n${cells}\n\\end{pmatrix}\\label{eq:matrix-${matrix}}\\end{equation}\n`;
}
