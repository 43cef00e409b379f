// Reads `i \in 1..5`, a range with two points, as a set.
import type { TexNode } from '../../tex/tree.js';
import { readSyntax } from '../read/read.js';
import type { Syntax } from '../syntax.js';
import { isSymbol, type Piece } from './pieces.js';

/** `i \in 1..5`; the points would else be those of numbers. */
export function readDottedRange({ nodes, span }: Piece): Syntax | null {
  const member = nodes.findIndex((node) => isSymbol(node, '\\in'));
  const first = nodes.findIndex((node) => isSymbol(node, '.'));
  const [left, from] = [nodes.slice(0, member), nodes.slice(member + 1, first)];
  const to = nodes.slice(first + 2);
  const sign = nodes[member];
  const points = nodes[first];
  const second = nodes[first + 1];
  if (member < 1 || first < member + 2 || second === undefined || to.length === 0) return null;
  if (!isSymbol(second, '.') || sign === undefined || points === undefined) return null;
  const items = [readPart(from), { kind: 'dots', span: points.span } as const, readPart(to)];
  const set = { start: sign.span.end, end: span.end };
  return {
    kind: 'relation',
    operands: [readPart(left), { kind: 'set', items, conditions: null, span: set }],
    relations: [{ operator: '\\in', span: sign.span }],
    span,
  };
}

function readPart(nodes: readonly TexNode[]): Syntax {
  const start = nodes[0]?.span.start ?? 0;
  return readSyntax(nodes, { start, end: nodes.at(-1)?.span.end ?? start });
}
