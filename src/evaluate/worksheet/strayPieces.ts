// Pieces of a row that state nothing: a number that lost its vector, the range of an index.
import type { Piece } from './pieces.js';

/** Nobody asks for the value of a literal: it is an entry that lost its vector. */
export function isNumber({ nodes }: Piece): boolean {
  return nodes.every(
    (node) =>
      node.kind === 'symbol' && (node.role === 'digit' || node.text === '.' || node.text === '-'),
  );
}

/** `i = 1, …, n`. */
export function isIndexRange(pieces: readonly Piece[]): boolean {
  const [first, ...rest] = pieces;
  const [letter, relation] = first?.nodes ?? [];
  const starts = letter?.kind === 'symbol' && relation?.kind === 'symbol' && relation.text === '=';
  return starts && rest.some(isDots);
}

function isDots({ nodes }: Piece): boolean {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === 'symbol' && /^\\[lcd]dots$/.test(only.text);
}
