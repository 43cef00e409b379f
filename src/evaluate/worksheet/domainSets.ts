// What stands behind `\in` in a line of domains: the sets that the field writes, each with its sizes.
import { wordTable } from '../../core/text/wordTable.js';
import type { Span } from '../../core/text/span.js';
import { refuse } from '../refusal.js';
import type { Name, ProductSyntax, Syntax } from '../syntax.js';

/** Which side of 0: of numbers, or of the eigenvalues of a symmetric matrix. */
export type Sign = 'any' | 'nonnegative' | 'positive';

export type DomainSet =
  /** `\mathbb{R}^{m\times n}`: no size, one or two. */
  | { readonly kind: 'reals'; readonly sizes: readonly Size[]; readonly sign: Sign }
  /** Non-negative entries that add up to 1. */
  | { readonly kind: 'simplex'; readonly size: Size }
  /** Vectors of length 1. */
  | { readonly kind: 'sphere'; readonly size: Size }
  | { readonly kind: 'symmetric'; readonly size: Size; readonly sign: Sign }
  /** Without reflections where it is special. */
  | { readonly kind: 'orthogonal'; readonly size: Size; readonly special: boolean }
  | { readonly kind: 'integers'; readonly from: number }
  /** Of a number, or of each entry: what the relation says. */
  | { readonly kind: 'numbers'; readonly sizes: readonly Size[] }
  /** `A \succeq 0`, `A \in \mathbb{S}_+` of a matrix that has a value, or that another domain declares. */
  | { readonly kind: 'definite'; readonly sign: Sign };

/** A number, or a name to which `offset` is added. */
export type Size =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: Name; readonly offset: number };

/** Refuses what is not understood. */
export function readDomainSet(syntax: Syntax): DomainSet {
  const { base, exponent } = partsOf(syntax);
  const key = keyOf(base);
  const sign = signOf(base, key);
  switch (key.replace(/_\{.*\}$/, '')) {
    case '\\mathbb{R}':
      return sign === null
        ? refuse('domain.unclear', syntax.span)
        : { kind: 'reals', sizes: exponent === null ? [] : sizesIn(exponent), sign };
    case '\\mathbb{S}':
      if (sign === null || (exponent === null && sign === 'any'))
        return refuse('domain.unclear', syntax.span);
      return exponent === null
        ? { kind: 'definite', sign }
        : symmetricOrSphere(exponent, sign, syntax.span);
    case '\\Delta':
      return { kind: 'simplex', size: simplexSize(syntax) };
    case '\\mathbb{N}':
    case '\\mathbb{Z}':
      return integers(key, base, syntax);
    default:
      return groupOrSet(syntax, base, exponent);
  }
}

/** Which symmetric matrices a set holds; `null` for any other set. */
export function symmetricKind(syntax: Syntax): Sign | null {
  const key = keyOf(partsOf(syntax).base);
  if (key.replace(/_\{.*\}$/, '') !== '\\mathbb{S}') return null;
  const set = readDomainSet(syntax);
  return set.kind === 'symmetric' || set.kind === 'definite' ? set.sign : null;
}

/** The set without its exponent. */
export function partsOf(syntax: Syntax): {
  readonly base: Syntax;
  readonly exponent: Syntax | null;
} {
  if (syntax.kind === 'power') return { base: syntax.base, exponent: syntax.exponent };
  return { base: syntax, exponent: null };
}

function keyOf(base: Syntax): string {
  if (base.kind === 'name') return base.name.key;
  if (base.kind === 'indexed') return base.full?.key ?? '';
  return base.kind === 'positivePart' ? keyOf(base.base) : '';
}

const SIGNS: Readonly<Record<string, Sign>> = wordTable({
  '': 'any',
  '_{++}': 'positive',
  '_{>0}': 'positive',
  '_{> 0}': 'positive',
  '_{\\ge 0}': 'nonnegative',
  '_{\\ge0}': 'nonnegative',
  '_{\\geq 0}': 'nonnegative',
});

/** Writers differ on whether `\mathbb{R}_+` holds 0; that of symmetric matrices does. */
function signOf(base: Syntax, key: string): Sign | null {
  if (base.kind === 'positivePart') return key === '\\mathbb{S}' ? 'nonnegative' : 'positive';
  return SIGNS[/_\{.*\}$/.exec(key)?.[0] ?? ''] ?? null;
}

/** `\mathbb{S}^{n-1}` is the unit sphere, `\mathbb{S}^n` the symmetric matrices; a number can be either. */
function symmetricOrSphere(exponent: Syntax, sign: Sign, span: Span): DomainSet {
  const size = sizeOf(exponent);
  if (size.kind === 'name' && size.offset === -1 && sign === 'any')
    return { kind: 'sphere', size: { ...size, offset: 0 } };
  const isClear = size.kind === 'name' ? size.offset === 0 : sign !== 'any';
  return isClear ? { kind: 'symmetric', size, sign } : refuse('domain.unclear', span);
}

function integers(key: string, base: Syntax, syntax: Syntax): DomainSet {
  if (syntax.kind === 'positivePart') return { kind: 'integers', from: 1 };
  if (base !== syntax || syntax.kind !== 'name') return refuse('domain.unclear', syntax.span);
  return { kind: 'integers', from: key === '\\mathbb{N}' ? 0 : -Infinity };
}

/** `[0,1]`, `\{0,1\}^n`, a name that is bound to a set, `O(n)`. */
function groupOrSet(syntax: Syntax, base: Syntax, exponent: Syntax | null): DomainSet {
  if (syntax.kind === 'product') return orthogonal(syntax);
  const isSet = ['group', 'set', 'name', 'indexed'].includes(base.kind);
  if (!isSet || (exponent !== null && base.kind === 'name'))
    return refuse('domain.unclear', syntax.span);
  return { kind: 'numbers', sizes: exponent === null ? [] : sizesIn(exponent) };
}

function orthogonal({ factors, span }: ProductSyntax): DomainSet {
  const [name, group] = factors.map(({ body }) => body);
  const special = /^(?:\\text\{(S?)O\}|(S?)O)$/.exec(name?.kind === 'name' ? name.name.key : '');
  const [only] = group?.kind === 'group' && group.bar === null ? group.items : [];
  if (special === null || factors.length !== 2 || only === undefined)
    return refuse('domain.unclear', span);
  return { kind: 'orthogonal', size: sizeOf(only), special: special.includes('S', 1) };
}

/** `\Delta^{n-1}` has n entries, `\Delta_n` has n. */
function simplexSize(syntax: Syntax): Size {
  if (syntax.kind === 'power' && syntax.base.kind === 'name')
    return shifted(sizeOf(syntax.exponent), 1);
  const [only] = syntax.kind === 'indexed' ? (syntax.indices ?? []) : [];
  return only?.kind === 'expression' ? sizeOf(only.body) : refuse('domain.unclear', syntax.span);
}

function sizesIn(exponent: Syntax): readonly Size[] {
  if (exponent.kind !== 'product') return [sizeOf(exponent)];
  const [rows, columns] = exponent.factors;
  if (exponent.factors.length !== 2 || rows === undefined || columns?.operator !== 'times')
    return refuse('domain.unclear', exponent.span);
  return [sizeOf(rows.body), sizeOf(columns.body)];
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
