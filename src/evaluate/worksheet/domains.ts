// Domains: `x \in \mathbb{R}^n`, `\gamma \in [0,1]`, `p, q \in \Delta^{n-1}`, `t > 0`, on a line of their own.
import type { Span } from '../../core/text/span.js';
import { readSyntax } from '../read/read.js';
import { attempt, refuse } from '../refusal.js';
import type { NameSyntax, RelationOperator, RelationSyntax, Syntax } from '../syntax.js';
import { partsOf, readDomainSet, type DomainSet, type Sign } from './domainSets.js';
import { isList, statedOf } from './literals.js';
import type { Piece } from './pieces.js';

export interface Domain {
  readonly name: NameSyntax;
  readonly set: DomainSet;
  /** The same as a relation, for what is bound; of entries where the set has sizes. */
  readonly relation: RelationSyntax;
  /** The set as written. */
  readonly span: Span;
  /** As written: what stands behind the name (`\\in [0,1]`), or a relation that may name others too. */
  readonly source: { readonly text: string; readonly isWhole: boolean };
}

/** What declares stands together with the names before it, as in `a = 2,\ p, q \in \Delta^{n-1},\ t > 0`. */
export function domainsTogether(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let names: Piece[] = [];
  let open: Piece[] | null = null;
  for (const piece of pieces) {
    const read = attempt(() => readSyntax(piece.nodes, piece.span), piece.span);
    if (read.ok && read.value.kind === 'name') {
      names.push(piece);
      continue;
    }
    const declares = attempt(() => read.ok && membersOf(read.value) !== null, piece.span);
    if (declares.ok && !declares.value) {
      groups.push(...names.map((name) => [name]), [piece]);
      open = null;
    } else if (open === null) {
      open = [...names, piece];
      groups.push(open);
    } else open.push(...names, piece);
    names = [];
  }
  groups.push(...names.map((name) => [name]));
  return groups;
}

/** `null` where the statements are not a line of domains. */
export function readDomains(
  pieces: readonly Piece[],
  textAt: (span: Span) => string,
): readonly Domain[] | null {
  const read = attempt(
    () => pieces.map(({ nodes, span }) => readSyntax(nodes, span)),
    pieceSpan(pieces),
  );
  if (!read.ok || !read.value.some((syntax) => membersOf(syntax) !== null)) return null;
  const domains: Domain[] = [];
  let waiting: NameSyntax[] = [];
  for (const [at, syntax] of read.value.entries()) {
    refuseSharedBounds(read.value.slice(0, at), syntax);
    if (syntax.kind === 'name') {
      waiting.push(syntax);
      continue;
    }
    const members = membersOf(syntax);
    const [first] = members ?? [];
    if (members === null || first === undefined) return null;
    // Of `p, q > 0` each name has its bound; `0 < a < b` is said as it stands.
    const isWhole = members.length > 1 || first.name.span.start !== syntax.span.start;
    const start = isWhole ? syntax.span.start : first.name.span.end;
    const source = { text: textAt({ start, end: syntax.span.end }), isWhole };
    for (const name of waiting)
      domains.push({ ...first, name, relation: relationOf(name, first), source });
    for (const member of members) domains.push({ ...member, source });
    waiting = [];
  }
  return waiting.length > 0 ? null : domains;
}

/** Of `0 < p, q < 1`, is each name between both, or on one side of one? */
function refuseSharedBounds(before: readonly Syntax[], syntax: Syntax): void {
  const left = before.filter(({ kind }) => kind !== 'name').at(-1);
  if (left?.kind !== 'relation' || syntax.kind !== 'relation') return;
  const [from] = left.operands;
  const to = syntax.operands[syntax.operands.length - 1];
  const inner = [left.operands[left.operands.length - 1], syntax.operands[0]];
  if (from === undefined || to === undefined || !inner.every((each) => each?.kind === 'name'))
    return;
  if (!isLiteral(from) || !isLiteral(to) || boundsOf(left) === null || boundsOf(syntax) === null)
    return;
  refuse('domain.shared-bounds', { start: left.span.start, end: syntax.span.end });
}

function pieceSpan(pieces: readonly Piece[]): Span {
  return pieces[0]?.span ?? { start: 0, end: 0 };
}

type Member = Omit<Domain, 'source'>;

/** The relation of another name that stands before it: `p, q > 0`. */
function relationOf(name: NameSyntax, { name: own, relation }: Member): RelationSyntax {
  const operands = relation.operands.map((operand) => (operand.span === own.span ? name : operand));
  return { ...relation, operands };
}

function membersOf(syntax: Syntax): readonly Member[] | null {
  if (syntax.kind !== 'relation') return null;
  const [left, right] = syntax.operands;
  const operator = syntax.relations[0]?.operator ?? '=';
  const sign = DEFINITE.get(operator);
  if (operator !== '\\in' && sign === undefined) return boundsOf(syntax);
  const name = left === undefined ? null : nameOf(left);
  if (syntax.relations.length !== 1 || right === undefined || name === null) return null;
  if (sign === undefined) return [memberOf(name, right, syntax)];
  if (!isZero(right)) return null;
  return [{ name, set: { kind: 'definite', sign }, span: syntax.span, relation: syntax }];
}

function memberOf(name: NameSyntax, right: Syntax, relation: RelationSyntax): Member {
  const set = readDomainSet(right);
  const { span } = right;
  if (set.kind !== 'numbers' || set.sizes.length === 0) return { name, set, span, relation };
  return { name, set, span, relation: { ...relation, operands: [name, partsOf(right).base] } };
}

const DEFINITE: ReadonlyMap<RelationOperator, Sign> = new Map([
  ['\\succeq', 'nonnegative'],
  ['\\succ', 'positive'],
]);

function isZero(syntax: Syntax): boolean {
  return syntax.kind === 'number' && syntax.value === 0;
}

/** `t > 0`, `0 < t < 1`, `a < b`: names and numbers. */
function boundsOf(relation: RelationSyntax): readonly Member[] | null {
  if (!relation.relations.every(({ operator }) => BOUNDING.has(operator))) return null;
  const names: NameSyntax[] = [];
  for (const operand of relation.operands) {
    // An entry of a vector, as in `x_1 > 0`, is claimed of.
    if (operand.kind === 'name') names.push(operand);
    else if (!isLiteral(operand)) return null;
  }
  if (names.length === 0) return null;
  const set: DomainSet = { kind: 'numbers', sizes: [] };
  return names.map((name) => ({ name, set, span: relation.span, relation }));
}

const BOUNDING: ReadonlySet<RelationOperator> = new Set(['<', '>', '\\le', '\\ge', '\\ne']);

function isLiteral(syntax: Syntax): boolean {
  const stated = statedOf(syntax);
  return stated !== null && !isList(stated);
}

/** A name, also with its index. */
export function nameOf(syntax: Syntax): NameSyntax | null {
  if (syntax.kind === 'name') return syntax;
  if (syntax.kind !== 'indexed' || syntax.full === null) return null;
  return { kind: 'name', name: syntax.full, span: syntax.span };
}
