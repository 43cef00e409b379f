// The two sides of a relation, resolved where symbols have domains and no values.
import { freeLocals } from '../children.js';
import { describeShape, sameShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import {
  agreedLength,
  varyingContext,
  type Context,
  type ImplicitIndices,
  type Meaning,
} from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveSide } from '../resolve/sides.js';
import type { Name, Relation, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import type { Domain } from './domains.js';
import { freeSymbols, type FreeSymbol } from './freeSymbols.js';
import type { OpenSizes, Sizes } from './openSizes.js';
import type { Pair } from './pair.js';
import { proportionalEntries, proportionalPoints, type TwoSides } from './proportional.js';
import type { PostScope } from './scope.js';
import { sizesOf } from './sizes.js';

export interface Resolved extends TwoSides {
  /** Whether it is a proportion of the entries of vectors. */
  readonly isOfEntries: boolean;
  readonly context: Context;
  /** Those that the sides depend on, and all. */
  readonly symbols: readonly FreeSymbol[];
  readonly all: readonly FreeSymbol[];
  readonly sizes: Sizes;
}

/** What is open around a relation, and what of its chain is resolved with it. */
export interface CheckSetting {
  readonly others: readonly Syntax[];
  readonly domains: readonly Domain[];
  /** Names of sizes. */
  readonly names: readonly Name[];
}

export function symbolsOf(
  { domains, names }: Pick<CheckSetting, 'domains' | 'names'>,
  sizes: Sizes,
  scope: PostScope,
): readonly FreeSymbol[] {
  const isSize = (name: Name): boolean => names.some(({ plain }) => plain === name.plain);
  return freeSymbols(domains, isSize, sizes, scope);
}

/** For one choice of the sizes; a proportion has its symbols twice, at two points. */
export function openSides(
  pair: Pair,
  around: CheckSetting,
  sizes: Sizes,
  scope: PostScope,
): Resolved {
  const here = resolvedOnce(pair, around, sizes, scope);
  if (pair.relation.operator !== '\\propto' || here.isOfEntries) return here;
  const [only] = here.symbols;
  // Which of several symbols varies is not said.
  if (shapeOf(here.left).rank > 0 || here.symbols.length > 1 || only?.local.shape.rank !== 0)
    return refuse('check.proportional', pair.relation.span);
  const there = resolvedOnce(pair, around, sizes, scope);
  const second = there.symbols.map((symbol) => ({ ...symbol, name: primed(symbol.name) }));
  return { ...here, ...proportionalPoints(here, there), symbols: [...here.symbols, ...second] };
}

function resolvedOnce(
  { left, right, relation, position }: Pair,
  around: CheckSetting,
  sizes: Sizes,
  scope: PostScope,
): Resolved {
  const { others } = around;
  const symbols = symbolsOf(around, sizes, scope);
  const implicit: ImplicitIndices = { found: new Map() };
  const context = varyingContext(scope.context(position), meaningsOf(symbols));
  const open = { ...context, implicit };
  const [first, second] = resolveWithSizes([left, right, ...others], open, (sized) => {
    for (const other of others) resolveSide(other, sized);
    return [resolveSide(left, sized), resolveSide(right, sized)] as const;
  });
  const sides: TwoSides = {
    left: overIndices(first, implicit),
    right: overIndices(second, implicit),
  };
  refuseOtherShapes(sides, relation);
  const isOfEntries = relation.operator === '\\propto' && shapeOf(sides.left).rank === 1;
  const compared = isOfEntries ? proportionalEntries(sides, context) : sides;
  const closed: TwoSides = {
    left: context.scope.close(compared.left),
    right: context.scope.close(compared.right),
  };
  const free = new Set([...freeLocals(closed.left), ...freeLocals(closed.right)]);
  const own = symbols.filter(({ local }) => free.has(local));
  return { ...closed, isOfEntries, context, symbols: own, all: symbols, sizes };
}

/** Sizes that neither the relation nor its symbols speak of need not be tried. */
export function withOwnSizes(
  resolved: readonly Resolved[],
  { left, right, operands }: Pair,
  { names, choices }: OpenSizes,
): { readonly resolved: readonly Resolved[]; readonly sizes: OpenSizes } {
  const spoken = new Set<string>();
  for (const syntax of [left, right, ...operands])
    visitSyntax(syntax, (node) => {
      if (node.kind === 'name') spoken.add(node.name.key);
    });
  for (const { symbols } of resolved)
    for (const { domains } of symbols)
      for (const { set } of domains)
        for (const size of sizesOf(set)) if (size.kind === 'name') spoken.add(size.name.key);
  const own = names.filter(({ key }) => spoken.has(key));
  const seen = new Set<string>();
  const kept = resolved.filter(({ sizes }) => {
    const spelled = own.map(({ key }) => sizes.get(key)).join();
    return seen.has(spelled) ? false : seen.add(spelled);
  });
  return { resolved: kept, sizes: { names: own, choices } };
}

function primed({ key, plain }: Name): Name {
  return { key: `${key}'`, plain: `${plain}'` };
}

export function meaningsOf(symbols: readonly FreeSymbol[]): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const { name, local } of symbols) {
    const span = { start: 0, end: 0 };
    const meaning: Meaning = { kind: 'value', expression: { kind: 'local', local, span } };
    for (const key of [name.plain, name.key]) meanings.set(key, meaning);
  }
  return meanings;
}

/** An index that nothing binds stands for each entry: `x_i \le \max_j x_j`. */
function overIndices(side: Expression, { found }: ImplicitIndices): Expression {
  const indices = [...found];
  if (indices.length === 0) return side;
  const { span } = side;
  const [[firstName, first] = ['', null], [secondName, second] = ['', null]] = indices;
  if (indices.length > 2 || first === null || shapeOf(side).rank > 0)
    return refuse('check.indices', span);
  const rows = agreedLength(first.range, firstName, span);
  const shape =
    second === null
      ? ({ rank: 1, length: rows } as const)
      : ({ rank: 2, rows, columns: agreedLength(second.range, secondName, span) } as const);
  return { kind: 'build', indices: indices.map(([, { local }]) => local), shape, body: side, span };
}

function refuseOtherShapes({ left, right }: TwoSides, { span }: Relation): void {
  const shapes = [shapeOf(left), shapeOf(right)] as const;
  if (sameShape(...shapes)) return;
  refuse('claim.shapes-differ', span, {
    left: describeShape(shapes[0]),
    right: describeShape(shapes[1]),
  });
}
