// Domains: `x \in \mathbb{R}^n`, `\gamma \in [0,1]`, `p, q \in \Delta^{n-1}`, `t > 0`, on a line of their own.
import type { Span } from '../../core/text/span.js';
import { readSyntax } from '../read/read.js';
import { attempt, refuse } from '../refusal.js';
import type { Name, NameSyntax, RelationOperator, RelationSyntax, Syntax } from '../syntax.js';
import { isList, statedOf } from './literals.js';
import type { Piece } from './pieces.js';

export interface Domain {
  readonly name: NameSyntax;
  readonly set: DomainSet;
  /** The same as a relation, for what is bound. */
  readonly relation: RelationSyntax;
  /** The set as written. */
  readonly span: Span;
}

export type DomainSet =
  /** `\mathbb{R}^{m\times n}`: no size, one or two. */
  | { readonly kind: 'reals'; readonly sizes: readonly Size[] }
  /** Non-negative entries that add up to 1. */
  | { readonly kind: 'simplex'; readonly size: Size }
  | { readonly kind: 'integers'; readonly from: number }
  /** Of a number: what its relation says. */
  | { readonly kind: 'numbers' };

/** A number, or a name to which `offset` is added. */
export type Size =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: Name; readonly offset: number };

/** `null` where the statements are not a line of domains. */
export function readDomains(pieces: readonly Piece[]): readonly Domain[] | null {
  const read = attempt(
    () => pieces.map(({ nodes, span }) => readSyntax(nodes, span)),
    pieceSpan(pieces),
  );
  if (!read.ok || !read.value.some(isMembership)) return null;
  const domains: Domain[] = [];
  let waiting: NameSyntax[] = [];
  for (const syntax of read.value) {
    if (syntax.kind === 'name') {
      waiting.push(syntax);
      continue;
    }
    const member = membershipOf(syntax);
    if (member === null) return null;
    for (const name of [...waiting, member.name])
      domains.push({
        name,
        set: member.set,
        relation: relationOf(name, member),
        span: member.span,
      });
    waiting = [];
  }
  return waiting.length > 0 ? null : domains;
}

function pieceSpan(pieces: readonly Piece[]): Span {
  return pieces[0]?.span ?? { start: 0, end: 0 };
}

function isMembership(syntax: Syntax): boolean {
  return membershipOf(syntax) !== null;
}

interface Member {
  readonly name: NameSyntax;
  readonly set: DomainSet;
  readonly span: Span;
  readonly relation: RelationSyntax;
}

/** The relation of another name that stands before it: `p, q > 0`. */
function relationOf(name: NameSyntax, { name: own, relation }: Member): RelationSyntax {
  if (name === own) return relation;
  const operands = relation.operands.map((operand) => (operand.span === own.span ? name : operand));
  return { ...relation, operands };
}

function membershipOf(syntax: Syntax): Member | null {
  if (syntax.kind !== 'relation') return null;
  const [left, right] = syntax.operands;
  if (syntax.relations[0]?.operator !== '\\in') return boundsOf(syntax);
  if (syntax.relations.length !== 1 || right === undefined) return null;
  const name = left === undefined ? null : nameOf(left);
  if (name === null) return null;
  return { name, set: domainSet(right), span: right.span, relation: syntax };
}

/** `t > 0`, `0 < t < 1`: one name between numbers. */
function boundsOf(relation: RelationSyntax): Member | null {
  if (!relation.relations.every(({ operator }) => BOUNDING.has(operator))) return null;
  const others = relation.operands.filter((operand) => !isLiteral(operand));
  const [only] = others;
  if (only === undefined || others.length !== 1) return null;
  // An entry of a vector, as in `x_1 > 0`, is claimed of.
  if (only.kind !== 'name') return null;
  return { name: only, set: { kind: 'numbers' }, span: relation.span, relation };
}

const BOUNDING: ReadonlySet<RelationOperator> = new Set(['<', '>', '\\le', '\\ge', '\\ne']);

function isLiteral(syntax: Syntax): boolean {
  const stated = statedOf(syntax);
  return stated !== null && !isList(stated);
}

function nameOf(syntax: Syntax): NameSyntax | null {
  if (syntax.kind === 'name') return syntax;
  if (syntax.kind !== 'indexed' || syntax.full === null) return null;
  return { kind: 'name', name: syntax.full, span: syntax.span };
}

function domainSet(syntax: Syntax): DomainSet {
  const base = syntax.kind === 'power' || syntax.kind === 'indexed' ? syntax.base : syntax;
  const key = base.kind === 'name' ? base.name.key : '';
  if (key === '\\mathbb{R}') return realSet(syntax);
  if (key === '\\Delta') return simplexSet(syntax);
  if (key === '\\mathbb{N}' && syntax.kind === 'name') return { kind: 'integers', from: 0 };
  if (key === '\\mathbb{Z}' && syntax.kind === 'name') return { kind: 'integers', from: -Infinity };
  const set = ['group', 'set', 'name', 'indexed'].includes(syntax.kind);
  return set ? { kind: 'numbers' } : refuse('domain.unclear', syntax.span);
}

/** `\Delta^{n-1}` has n entries, `\Delta_n` has n. */
function simplexSet(syntax: Syntax): DomainSet {
  if (syntax.kind === 'power')
    return { kind: 'simplex', size: shifted(sizeOf(syntax.exponent), 1) };
  if (syntax.kind === 'indexed') return { kind: 'simplex', size: subscriptSize(syntax) };
  return refuse('domain.unclear', syntax.span);
}

function realSet(syntax: Syntax): DomainSet {
  if (syntax.kind === 'name') return { kind: 'reals', sizes: [] };
  if (syntax.kind !== 'power') return refuse('domain.unclear', syntax.span);
  const { exponent } = syntax;
  if (exponent.kind !== 'product') return { kind: 'reals', sizes: [sizeOf(exponent)] };
  const [rows, columns] = exponent.factors;
  if (exponent.factors.length !== 2 || rows === undefined || columns?.operator !== 'times')
    refuse('domain.unclear', exponent.span);
  return { kind: 'reals', sizes: [sizeOf(rows.body), sizeOf(columns.body)] };
}

function subscriptSize({ indices, span }: Extract<Syntax, { kind: 'indexed' }>): Size {
  const [only] = indices ?? [];
  return only?.kind === 'expression' ? sizeOf(only.body) : refuse('domain.unclear', span);
}

/** `n`, `5`, `n-1`. */
function sizeOf(syntax: Syntax): Size {
  if (syntax.kind === 'number') return { kind: 'number', value: syntax.value };
  if (syntax.kind === 'name') return { kind: 'name', name: syntax.name, offset: 0 };
  if (syntax.kind !== 'sum' || syntax.terms.length !== 2)
    return refuse('domain.unclear', syntax.span);
  const [first, second] = syntax.terms;
  if (first?.body.kind !== 'name' || first.negative || second?.body.kind !== 'number')
    return refuse('domain.unclear', syntax.span);
  const offset = second.negative ? -second.body.value : second.body.value;
  return { kind: 'name', name: first.body.name, offset };
}

function shifted(size: Size, by: number): Size {
  return size.kind === 'number'
    ? { kind: 'number', value: size.value + by }
    : { ...size, offset: size.offset + by };
}
