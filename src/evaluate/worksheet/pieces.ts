// Takes trees apart: the rows of a display, the statements between top-level commas.
import type { Span } from '../../core/text/span.js';
import type { TexArray, TexNode } from '../../tex/tree.js';
import { refuse } from '../refusal.js';

/** The nodes of one statement, never empty. */
export interface Piece {
  readonly nodes: readonly TexNode[];
  readonly span: Span;
}

/** The statements between top-level commas, without the punctuation behind the last. */
export function piecesOf(nodes: readonly TexNode[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let current: TexNode[] = [];
  let depth = 0;
  for (const node of nodes) {
    if (depth === 0 && isSymbol(node, ',')) {
      pushPiece(pieces, current);
      current = [];
      continue;
    }
    depth += depthChange(node);
    current.push(node);
  }
  pushPiece(pieces, current);
  return pieces;
}

/** From the first of them to the last. */
export function spanning(pieces: readonly Piece[]): Piece {
  const [first] = pieces;
  const last = pieces[pieces.length - 1];
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  return { nodes: pieces.flatMap(({ nodes }) => nodes), span };
}

/** `3,14` can be one number or two. */
export function refuseNumberComma(nodes: readonly TexNode[]): void {
  let depth = 0;
  nodes.forEach((node, at) => {
    depth += depthChange(node);
    const [before, after] = [nodes[at - 1], nodes[at + 1]];
    if (depth !== 0 || !isSymbol(node, ',') || before === undefined || after === undefined) return;
    const touching = before.span.end === node.span.start && node.span.end === after.span.start;
    if (touching && isDigit(before) && isDigit(after))
      refuse('number.comma', {
        start: digitsFrom(nodes, at - 1, -1).span.start,
        end: digitsFrom(nodes, at + 1, 1).span.end,
      });
  });
}

/** The last digit of those that touch, in one direction. */
function digitsFrom(nodes: readonly TexNode[], from: number, step: 1 | -1): TexNode {
  let last = nodes[from] as TexNode;
  for (let at = from + step; ; at += step) {
    const next = nodes[at];
    if (next === undefined || !isDigit(next)) return last;
    const [left, right] = step > 0 ? [last, next] : [next, last];
    if (left.span.end !== right.span.start) return last;
    last = next;
  }
}

/** The rows of a display, each as one list of nodes: environments of aligned rows are taken apart. */
export function rowsOf(nodes: readonly TexNode[]): readonly Piece[] {
  const content = nodes.filter((node) => node.kind !== 'space');
  const [only] = content;
  if (content.length === 1 && only !== undefined) {
    if (only.kind === 'array' && only.aligned) return arrayRows(only);
    if (only.kind === 'array' && only.rows.length === 1) return arrayRows(only);
    const system = systemOf(only);
    if (system !== null) return arrayRows(system);
    if (only.kind === 'group') return rowsOf(only.body);
  }
  return pieceOf(nodes);
}

function arrayRows(array: TexArray): readonly Piece[] {
  return joinContinuedRows(array.rows.flatMap((row) => rowsOf(row.flat())));
}

/** `\left\{\begin{aligned} … \end{aligned}\right.` */
function systemOf(node: TexNode): TexArray | null {
  if (node.kind !== 'fence' || node.left !== '\\{' || node.right !== '') return null;
  const [only] = node.body;
  return node.body.length === 1 && only?.kind === 'array' && only.aligned ? only : null;
}

/** A row that begins with a relation goes on with the chain of the row before. */
function joinContinuedRows(rows: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const row of rows) {
    const previous = joined[joined.length - 1];
    if (previous === undefined || !startsWithRelation(row)) joined.push(row);
    else joined[joined.length - 1] = pieceOf([...previous.nodes, ...row.nodes])[0] ?? previous;
  }
  return joined;
}

function startsWithRelation({ nodes }: Piece): boolean {
  const first = nodes.find((node) => node.kind !== 'space' && !isEmptyGroup(node));
  return first?.kind === 'symbol' && first.role === 'relation';
}

function isEmptyGroup(node: TexNode): boolean {
  return node.kind === 'group' && node.body.length === 0;
}

function pushPiece(pieces: Piece[], nodes: readonly TexNode[]): void {
  pieces.push(...pieceOf(nodes));
}

/** Without spaces around and without the full stop or semicolon at its end. */
function pieceOf(nodes: readonly TexNode[]): readonly Piece[] {
  let start = 0;
  let end = nodes.length;
  while (start < end && isIdle(nodes[start])) start++;
  while (end > start && (isIdle(nodes[end - 1]) || isFinal(nodes[end - 1]))) end--;
  const kept = nodes.slice(start, end);
  const [first] = kept;
  const last = kept[kept.length - 1];
  if (first === undefined || last === undefined) return [];
  return [{ nodes: kept, span: { start: first.span.start, end: last.span.end } }];
}

function isIdle(node: TexNode | undefined): boolean {
  return node !== undefined && (node.kind === 'space' || isEmptyGroup(node));
}

function isFinal(node: TexNode | undefined): boolean {
  return node !== undefined && [',', '.', ';'].some((text) => isSymbol(node, text));
}

export function isSymbol(node: TexNode, text: string): boolean {
  return node.kind === 'symbol' && node.text === text;
}

function isDigit(node: TexNode): boolean {
  return node.kind === 'symbol' && node.role === 'digit';
}

export function depthChange(node: TexNode): number {
  const inner = node.kind === 'scripts' && node.base !== null ? node.base : node;
  if (inner.kind !== 'symbol') return 0;
  if (inner.text === '|' || inner.text === '\\|') return 0;
  return inner.role === 'open' ? 1 : inner.role === 'close' ? -1 : 0;
}
