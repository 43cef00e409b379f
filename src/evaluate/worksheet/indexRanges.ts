// `p_i = …,\quad i=1,\dots,n`: what stands behind a statement and says where its indices run.
import type { TexNode } from '../../tex/tree.js';
import { readSyntax } from '../read/read.js';
import { attempt } from '../refusal.js';
import type { Binder, NameSyntax, Syntax } from '../syntax.js';
import { readDottedRange } from './dottedRange.js';
import { depthChange, isSymbol, piecesOf, type Piece } from './pieces.js';

export type IndexRange = Extract<Binder, { kind: 'range' }>;

export interface RangedNodes {
  /** What stands before the ranges. */
  readonly nodes: readonly TexNode[];
  /** The letters that they are about. */
  readonly letters: readonly NameSyntax[];
  /** Of those that end. */
  readonly ranges: readonly IndexRange[];
}

/** Cuts ranges off at a comma or a wide space, where all that stands behind it is ranges. */
export function cutRanges(nodes: readonly TexNode[]): RangedNodes {
  let depth = 0;
  for (const [at, node] of nodes.entries()) {
    depth += depthChange(node);
    if (depth !== 0 || at === 0 || !(node.kind === 'space' || isSymbol(node, ','))) continue;
    const found = rangesIn(nodes.slice(at + 1));
    if (found !== null) return { nodes: nodes.slice(0, at), ...found };
  }
  return { nodes, letters: [], ranges: [] };
}

type Ranges = Omit<RangedNodes, 'nodes'>;

function rangesIn(nodes: readonly TexNode[]): Ranges | null {
  const letters: NameSyntax[] = [];
  const ranges: IndexRange[] = [];
  const pieces = [...piecesOf(withoutWords(nodes))];
  if (pieces.length === 0) return null;
  const isForAll = nodes.some((node) => isSymbol(node, '\\forall'));
  let waiting: NameSyntax[] = [];
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    const own = withoutWords(piece.nodes);
    const read = attempt(
      () => readDottedRange({ ...piece, nodes: own }) ?? readSyntax(own, piece.span),
      piece.span,
    );
    if (!read.ok) return null;
    if (read.value.kind === 'name') {
      // `\\forall i` says nothing else.
      (isForAll ? letters : waiting).push(read.value);
      continue;
    }
    const found = rangeOf(read.value, pieces);
    if (found === null) return null;
    for (const index of [...waiting, found.index]) {
      letters.push(index);
      if (found.to !== null) ranges.push({ ...found, kind: 'range', index, to: found.to });
    }
    waiting = [];
  }
  return waiting.length > 0 || letters.length === 0 ? null : { letters, ranges };
}

interface Found extends Omit<IndexRange, 'kind' | 'to'> {
  /** `t = 0, 1, \dots` has no end. */
  readonly to: Syntax | null;
}

/** `i=1` with the pieces behind it, `i\in[n]`, `i\in\{1,\dots,n\}`, `1\le i\le n`. */
function rangeOf(syntax: Syntax, rest: Piece[]): Found | null {
  if (syntax.kind !== 'relation') return null;
  const { span } = syntax;
  const [left, right, end] = syntax.operands;
  const operators = syntax.relations.map(({ operator }) => operator).join(' ');
  if (left === undefined || right === undefined) return null;
  if (operators === '\\le \\le' && left.kind === 'number' && right.kind === 'name')
    return end === undefined ? null : { index: right, from: left, to: end, span };
  if (left.kind !== 'name') return null;
  const ends =
    operators === '=' ? listBehind(right, rest) : operators === '\\in' ? endsOf(right) : null;
  return ends === null ? null : { index: left, span, ...ends };
}

type Ends = Pick<Found, 'from' | 'to'>;

/** Of `[n]`, `\{1,\dots,n\}`. */
function endsOf(set: Syntax): Ends | null {
  if (set.kind === 'group' && set.open === '[' && set.close === ']') {
    const [to, second] = set.items;
    return to === undefined || second !== undefined ? null : { from: ONE, to };
  }
  if (set.kind !== 'set' || set.conditions !== null) return null;
  const [from, ...items] = set.items;
  return from === undefined ? null : endsIn(from, items);
}

/** Of `[n]`. */
const ONE: Syntax = {
  kind: 'number',
  value: 1,
  text: '1',
  decimals: null,
  percent: false,
  span: { start: 0, end: 0 },
};

/** Takes the `2`, `\cdots`, `n` behind `i=1`. */
function listBehind(from: Syntax, rest: Piece[]): Ends | null {
  const items: Syntax[] = [];
  let taken = 0;
  for (const { nodes, span } of rest) {
    const read = attempt(() => readSyntax(nodes, span), span);
    if (!read.ok || read.value.kind === 'relation') break;
    const before = items[items.length - 1];
    if (before !== undefined && before.kind !== 'dots' && read.value.kind === 'name') break;
    items.push(read.value);
    taken++;
    if (before?.kind === 'dots') break;
  }
  const found = endsIn(from, items);
  if (found !== null) rest.splice(0, taken);
  return found;
}

/** Of `1, 2, …, n` or of consecutive numbers; `null` where the items are no such list. */
function endsIn(from: Syntax, items: readonly Syntax[]): Ends | null {
  const dots = items.findIndex(({ kind }) => kind === 'dots');
  const numbers = [from, ...(dots < 0 ? items : items.slice(0, dots))];
  const areConsecutive = numbers.every((item, at) => {
    const first = numbers[0];
    return item.kind === 'number' && first?.kind === 'number' && item.value === first.value + at;
  });
  if (!areConsecutive || items.length === 0) return null;
  if (dots < 0) return { from, to: items[items.length - 1] ?? null };
  return dots + 2 < items.length ? null : { from, to: items[dots + 1] ?? null };
}

const WORDS = /^(?:for|for (?:all|each|every|any)|where|其中|对(?:任意|所有|每个|一切)?|任意)$/i;

/** Without `\forall`, words that say as much, spaces, and parentheses around it all. */
function withoutWords(nodes: readonly TexNode[]): readonly TexNode[] {
  const kept = nodes.filter(({ kind }) => kind !== 'space');
  const start = kept.findIndex(
    (node) =>
      !isSymbol(node, '\\forall') && !(node.kind === 'text' && WORDS.test(node.text.trim())),
  );
  const [first, ...inner] = start < 0 ? [] : kept.slice(start);
  const last = inner.pop();
  if (first?.kind === 'fence' && last === undefined && first.left === '(' && first.right === ')')
    return withoutWords(first.body);
  if (first === undefined || last === undefined) return first === undefined ? [] : [first];
  return isSymbol(first, '(') && isSymbol(last, ')')
    ? withoutWords(inner)
    : [first, ...inner, last];
}
