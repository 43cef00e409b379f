// Checks on samples: a relation whose symbols have domains and no values is tried at many values of them.
import { freeLocals } from '../children.js';
import { seededRandom } from '../check/random.js';
import { search } from '../check/search.js';
import type { Search } from '../check/tally.js';
import { Sides } from '../check/sides.js';
import type { Space } from '../check/space.js';
import { restsOnPlaces } from '../check/watched.js';
import { writePoint } from '../check/writePoint.js';
import type { Budget } from '../compute/budget.js';
import { describeShape, sameShape, shapeOf, type Expression, type Local } from '../expression.js';
import type { Problem } from '../messages.js';
import { showName } from '../read/names.js';
import { attempt, refuse, Refusal, type Attempt } from '../refusal.js';
import {
  agreedLength,
  varyingContext,
  type Context,
  type ImplicitIndices,
  type Meaning,
} from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveSide } from '../resolve/sides.js';
import type { Counterexample, Value } from '../result.js';
import type { Name, Relation, Syntax } from '../syntax.js';
import { visitSyntax } from '../syntaxChildren.js';
import { valueOf } from '../value.js';
import type { Domain } from './domains.js';
import { freeSymbols, insideOf, samplerOf, type FreeSymbol } from './freeSymbols.js';
import { isList, statedOf, type StatedValue } from './literals.js';
import { describeSizes, openSizes, type OpenSizes, type Sizes } from './openSizes.js';
import type { Definition } from './registry.js';
import { proportionalEntries, proportionalPoints, type TwoSides } from './proportional.js';
import type { PostScope } from './scope.js';
import { sizesOf } from './sizes.js';

/** Two neighbours of a chain; what else stands in it may give sizes. */
export interface CheckedPair {
  readonly left: Syntax;
  readonly right: Syntax;
  readonly relation: Relation;
  readonly operands: readonly Syntax[];
  readonly position: number;
}

export interface CheckOutcome {
  readonly search: Search;
  /** The sides at a point where they disagree. */
  readonly value: Value | null;
  readonly expected: Value | null;
  readonly counterexample: Counterexample | null;
  /** The domains of what was sampled, as they are written. */
  readonly domains: string;
  readonly usesLog: boolean;
}

/** Steps of all samples of one relation together. */
const STEPS = 4_000_000;

export class Checker {
  readonly #scope: PostScope;
  readonly #budget: Budget;

  constructor(scope: PostScope, budget: Budget) {
    this.#scope = scope;
    this.#budget = budget;
  }

  /** `null` where nothing that it speaks of is without a value; refuses what is not declared. */
  check(pair: CheckedPair): CheckOutcome | null {
    const domains = this.#scope.openDomains();
    const sizes = openSizes(domains, this.#scope);
    const alone = attempt(() => this.#checkWith(pair, [], domains, sizes), pair.relation.span);
    if (alone.ok) return alone.value;
    const { refusal } = alone;
    if (refusal.code !== 'name.unbound-size' || pair.operands.length === 2) throw refusal;
    return this.#checkWith(pair, pair.operands, domains, sizes);
  }

  /** What a definition comes to where it depends on symbols without values. */
  outcome(definition: Definition): Attempt<Meaning> {
    const domains = this.#scope.openDomains();
    const { names, choices } = openSizes(domains, this.#scope);
    return attempt(() => {
      const symbols = this.#symbols(domains, names, choices.at(-1) ?? new Map());
      const outcome = this.#scope.varying(meaningsOf(symbols)).outcome(definition);
      if (!outcome.ok) throw outcome.refusal;
      return outcome.value;
    }, definition.span);
  }

  #symbols(
    domains: readonly Domain[],
    names: readonly Name[],
    sizes: Sizes,
  ): readonly FreeSymbol[] {
    const isSize = (name: Name): boolean => names.some(({ plain }) => plain === name.plain);
    return freeSymbols(domains, isSize, sizes, this.#scope);
  }

  #checkWith(
    pair: CheckedPair,
    others: readonly Syntax[],
    domains: readonly Domain[],
    sizes: OpenSizes,
  ): CheckOutcome | null {
    const used = { steps: 0 };
    const resolved: Resolved[] = [];
    let refused: Refusal | null = null;
    for (const choice of sizes.choices) {
      const found = attempt(
        () => this.#resolved(pair, others, domains, sizes, choice),
        pair.relation.span,
      );
      // `x_2` has no value where n is 1.
      if (found.ok) resolved.push(found.value);
      else refused ??= found.refusal;
    }
    const [first] = resolved;
    if (first === undefined) throw refused ?? new Refusal('domain.unclear', pair.relation.span, {});
    if (first.symbols.length === 0) return null;
    const own = withOwnSizes(resolved, pair, sizes);
    const spaces = own.resolved.map((each) => this.#space(each, pair, used));
    const random = seededRandom(this.#scope.conventions.seed);
    const found = search(spaces, random, { hasSteps: () => used.steps < STEPS });
    return outcomeOf(found, own.resolved, own.sizes);
  }

  #resolved(
    pair: CheckedPair,
    others: readonly Syntax[],
    domains: readonly Domain[],
    sizes: OpenSizes,
    choice: Sizes,
  ): Resolved {
    const resolve = (): Resolved => this.#resolve(pair, others, domains, sizes, choice);
    const here = resolve();
    if (pair.relation.operator !== '\\propto' || here.isOfEntries) return here;
    const [only] = here.symbols;
    // Which of several symbols varies is not said.
    if (shapeOf(here.left).rank > 0 || here.symbols.length > 1 || only?.local.shape.rank !== 0)
      return refuse('check.proportional', pair.relation.span);
    const there = resolve();
    const second = there.symbols.map((symbol) => ({ ...symbol, name: primed(symbol.name) }));
    return {
      ...here,
      ...proportionalPoints(here, there),
      symbols: [...here.symbols, ...second],
    };
  }

  #resolve(
    { left, right, relation, position }: CheckedPair,
    others: readonly Syntax[],
    domains: readonly Domain[],
    { names }: OpenSizes,
    sizes: Sizes,
  ): Resolved {
    const symbols = this.#symbols(domains, names, sizes);
    const implicit: ImplicitIndices = { found: new Map() };
    const context = varyingContext(this.#scope.context(position), meaningsOf(symbols));
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

  #space(
    resolved: Resolved,
    { relation, left, right }: CheckedPair,
    used: { steps: number },
  ): Space {
    const { context, symbols, all } = resolved;
    const locals = symbols.map(({ local }) => local);
    const trial = (side: Expression): ReturnType<Budget['trial']> =>
      this.#budget.trial(side, context.shared.instances, locals, used);
    const samplers = symbols.map((symbol) => samplerOf(symbol, context, this.#budget));
    const inside = insideOf(all, new Set<Local>(locals), context);
    const sides = new Sides({
      left: trial(resolved.left),
      right: trial(resolved.right),
      inside: inside === null ? null : trial(inside),
      locals,
      relation: relation.operator === '\\propto' ? { ...relation, operator: '=' } : relation,
      stated: [statedFor(left, resolved.left), statedFor(right, resolved.right)],
    });
    const isOrder = ['<', '>', '\\le', '\\ge'].includes(relation.operator);
    const mayMiss = restsOnPlaces(resolved.left) || restsOnPlaces(resolved.right);
    return { samplers, sides, isOrder, mayMiss };
  }
}

function primed({ key, plain }: Name): Name {
  return { key: `${key}'`, plain: `${plain}'` };
}

function meaningsOf(symbols: readonly FreeSymbol[]): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const { name, local } of symbols) {
    const span = { start: 0, end: 0 };
    const meaning: Meaning = { kind: 'value', expression: { kind: 'local', local, span } };
    for (const key of [name.plain, name.key]) meanings.set(key, meaning);
  }
  return meanings;
}

interface Resolved extends TwoSides {
  /** Whether it is a proportion of the entries of vectors. */
  readonly isOfEntries: boolean;
  readonly context: Context;
  /** Those that the sides depend on, and all. */
  readonly symbols: readonly FreeSymbol[];
  readonly all: readonly FreeSymbol[];
  readonly sizes: Sizes;
}

/** Sizes that neither the relation nor its symbols speak of need not be tried. */
function withOwnSizes(
  resolved: readonly Resolved[],
  { left, right, operands }: CheckedPair,
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

function statedFor(syntax: Syntax, side: Expression): StatedValue | null {
  const stated = statedOf(syntax);
  if (stated === null || !isList(stated)) return stated;
  const shape = shapeOf(side);
  return shape.rank === 1 && shape.length === stated.length ? stated : null;
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

function outcomeOf(found: Search, resolved: readonly Resolved[], sizes: OpenSizes): CheckOutcome {
  const space = resolved[found.kind === 'fails' || found.kind === 'differs' ? found.space : 0];
  const symbols = space?.symbols ?? [];
  const usesLog = resolved.some(({ context }) =>
    context.shared.notes.has('convention.natural-log'),
  );
  const sizeText = describeSizes({ ...sizes, choices: resolved.map((each) => each.sizes) });
  const domains = [...describeDomains(symbols), ...(sizeText === '' ? [] : [sizeText])].join('; ');
  const common = { search: found, domains, usesLog };
  if (space === undefined || (found.kind !== 'fails' && found.kind !== 'differs'))
    return { ...common, value: null, expected: null, counterexample: null };
  const locals = symbols.map(({ name, local }) => ({ name: showName(name), shape: local.shape }));
  const counterexample = writePoint(locals, found.point);
  if (found.kind === 'differs') return { ...common, value: null, expected: null, counterexample };
  const [value, expected] = [
    [found.judgement.left, space.left] as const,
    [found.judgement.right, space.right] as const,
  ].map(([numbers, side]) => {
    const entries = Float64Array.from(numbers, ({ value: own }) => own);
    const shape = shapeOf(side);
    return valueOf(shape.rank === 0 ? (entries[0] ?? NaN) : entries, shape);
  });
  return { ...common, value: value ?? null, expected: expected ?? null, counterexample };
}

/** `x, y \\in \\mathbb{R}^n`. */
function describeDomains(symbols: readonly FreeSymbol[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, domains } of symbols)
    for (const { source } of domains) {
      const known = names.get(source.text) ?? [];
      names.set(source.text, source.isWhole ? known : [...known, showName(name)]);
    }
  return [...names].map(([text, own]) => (own.length === 0 ? text : `${own.join(', ')} ${text}`));
}

/** Names that a check would need a domain for. */
export function undeclaredIn(refusal: Refusal): Problem | null {
  const { code, span, data } = refusal;
  const isUnbound = code.startsWith('name.unbound') || code === 'call.unbound';
  const name = code === 'name.unbound-i' ? 'i' : data['name'];
  if (!isUnbound || name === undefined) return null;
  return { code: 'check.undeclared', span, data: { name } };
}

/** Whether a formula mentions a symbol that has a domain and no value. */
export function mentionsOpen(syntaxes: readonly Syntax[], scope: PostScope): boolean {
  const open = new Set(scope.openDomains().map(({ name }) => name.name.plain));
  let found = false;
  for (const syntax of syntaxes)
    visitSyntax(syntax, (node) => {
      if (node.kind === 'name') found ||= open.has(node.name.plain);
      if (node.kind === 'indexed' && node.full !== null) found ||= open.has(node.full.plain);
    });
  return found;
}
