// The symbols of a post that have a domain and no value, as locals whose values are sampled.
import { freeLocals } from '../children.js';
import { boxSampler } from '../check/boxes.js';
import {
  definiteSampler,
  orthogonalSampler,
  simplexSampler,
  sphereSampler,
  symmetricSampler,
} from '../check/curved.js';
import { ALL_NUMBERS, meet, type End, type Range } from '../check/ranges.js';
import type { Sampler } from '../check/sampler.js';
import { exactOf } from '../compute/bounds.js';
import type { Budget } from '../compute/budget.js';
import { wholeFraction } from '../compute/fraction.js';
import { SCALAR, type Condition, type Expression, type Local, type Shape } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import { requireScalar, resolveIn, type Context } from '../resolve/context.js';
import { resolveConditions } from '../resolve/conditions.js';
import { indicatorOf } from '../resolve/construct.js';
import { resolveSet } from '../resolve/sets.js';
import type { Name, RelationOperator, RelationSyntax, Syntax } from '../syntax.js';
import { nameOf, type Domain } from './domains.js';
import type { DomainSet } from './domainSets.js';
import { knownSize, lengthOf, type Sizes } from './openSizes.js';
import type { PostScope } from './scope.js';
import { sizesOf } from './sizes.js';

/** A symbol without a value. */
export interface FreeSymbol {
  readonly name: Name;
  readonly domains: readonly Domain[];
  readonly local: Local;
}

export function freeSymbols(
  domains: readonly Domain[],
  isSize: (name: Name) => boolean,
  sizes: Sizes,
  scope: PostScope,
): readonly FreeSymbol[] {
  const groups = new Map<string, Domain[]>();
  for (const domain of domains) {
    if (isSize(domain.name.name)) continue;
    const { plain } = domain.name.name;
    groups.set(plain, [...(groups.get(plain) ?? []), domain]);
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const shape = shapeIn(own, sizes, scope);
    const local: Local = { id: scope.instances.nextLocal++, shape, range: null };
    return [{ name: first.name.name, domains: own, local }];
  });
}

function shapeIn(domains: readonly Domain[], sizes: Sizes, scope: PostScope): Shape {
  const shapes = domains.flatMap(({ set, span, name }) => {
    const lengths = sizesOf(set).map((size) =>
      lengthOf(size, sizes, (own) => knownSize(own, scope)),
    );
    if (lengths.length === 0) return [];
    if (!lengths.every((length) => Number.isInteger(length) && length >= 1))
      refuse('domain.unclear', span);
    return [{ lengths, name, span }];
  });
  const [first] = shapes;
  if (first === undefined) return SCALAR;
  const [rows = 1, columns] = first.lengths;
  for (const { lengths, name, span } of shapes)
    if (lengths.join() !== first.lengths.join())
      refuse('domain.size', span, {
        name: name.name.key,
        expected: first.lengths.join(' × '),
        found: lengths.join(' × '),
      });
  return columns === undefined ? { rank: 1, length: rows } : { rank: 2, rows, columns };
}

/** What a symbol is drawn from, in a context in which the free symbols are locals. */
export function samplerOf(
  { domains, local }: FreeSymbol,
  context: Context,
  budget: Budget,
): Sampler {
  const { shape } = local;
  const sets = domains.map(({ set }) => set);
  const curved = sets.find((set) => set.kind in CURVED || set.kind === 'definite');
  if (curved !== undefined) return curvedSampler(curved, sets, shape, domains[0]);
  const range = domains.reduce(
    (known, domain) => meet(known, rangeOf(domain, context, budget)),
    ALL_NUMBERS,
  );
  return boxSampler(shape, range);
}

const CURVED = { simplex: true, sphere: true, symmetric: true, orthogonal: true } as const;

/** Bounds on what bends are not drawn; they would leave too little. */
function curvedSampler(
  set: DomainSet,
  sets: readonly DomainSet[],
  shape: Shape,
  domain: Domain | undefined,
): Sampler {
  const isBent = (each: DomainSet): boolean => each.kind in CURVED;
  const span = domain?.span ?? { start: 0, end: 0 };
  const sign = sets.flatMap((each) =>
    each.kind === 'definite' || each.kind === 'symmetric' ? [each.sign] : [],
  );
  if (sets.filter(isBent).length > 1 || sets.some((each) => each.kind === 'integers'))
    return refuse('domain.unclear', span);
  if (shape.rank === 1 && set.kind === 'simplex') return simplexSampler(shape.length);
  if (shape.rank === 1 && set.kind === 'sphere') return sphereSampler(shape.length);
  if (shape.rank !== 2 || shape.rows !== shape.columns) return refuse('domain.unclear', span);
  if (set.kind === 'orthogonal') return orthogonalSampler(shape.rows, set.special);
  if (sign.includes('positive')) return definiteSampler(shape.rows, true);
  return sign.includes('nonnegative')
    ? definiteSampler(shape.rows, false)
    : symmetricSampler(shape.rows);
}

/** The numbers that a domain leaves; of each entry, where it has sizes. */
export function rangeOf({ set, relation, name }: Domain, context: Context, budget: Budget): Range {
  switch (set.kind) {
    case 'integers':
      return {
        ...ALL_NUMBERS,
        whole: true,
        from: { value: set.from, exact: exactly(set.from), open: false },
      };
    case 'reals':
      if (set.sign === 'any') return ALL_NUMBERS;
      return {
        ...ALL_NUMBERS,
        from: { value: 0, exact: wholeFraction(0), open: set.sign === 'positive' },
      };
    case 'numbers':
      return relationRange(relation, name.name, (end) => endOf(end, context, budget), context);
    default:
      return ALL_NUMBERS;
  }
}

function exactly(value: number): End['exact'] {
  return Number.isSafeInteger(value) ? wholeFraction(value) : null;
}

type ReadEnd = (end: Expression) => Omit<End, 'open'> | null;

function relationRange(
  { operands, relations }: RelationSyntax,
  name: Name,
  read: ReadEnd,
  context: Context,
): Range {
  let range = ALL_NUMBERS;
  relations.forEach(({ operator }, at) => {
    const [left, right] = [operands[at], operands[at + 1]];
    if (left === undefined || right === undefined) return;
    if (isNamed(left, name)) range = meet(range, bounded(operator, right, read, context));
    else if (isNamed(right, name))
      range = meet(range, bounded(FLIPPED[operator] ?? operator, left, read, context));
  });
  return range;
}

function isNamed(syntax: Syntax, name: Name): boolean {
  // A symbol with an index is written as an entry is.
  return nameOf(syntax)?.name.plain === name.plain;
}

const FLIPPED: Partial<Record<RelationOperator, RelationOperator>> = {
  '<': '>',
  '>': '<',
  '\\le': '\\ge',
  '\\ge': '\\le',
};

/** What a relation to something known leaves of the numbers. */
function bounded(
  operator: RelationOperator,
  other: Syntax,
  read: ReadEnd,
  context: Context,
): Range {
  if (operator === '\\in') return setRange(other, read, context);
  const end = read(requireScalar(resolveIn(context, other)));
  if (end === null) return ALL_NUMBERS;
  switch (operator) {
    case '<':
    case '\\le':
      return { ...ALL_NUMBERS, to: { ...end, open: operator === '<' } };
    case '>':
    case '\\ge':
      return { ...ALL_NUMBERS, from: { ...end, open: operator === '>' } };
    case '\\ne':
      return { ...ALL_NUMBERS, excluded: end.exact === null ? [] : [end.exact] };
    default:
      return ALL_NUMBERS;
  }
}

function setRange(syntax: Syntax, read: ReadEnd, context: Context): Range {
  const set = resolveSet(syntax, context);
  switch (set.kind) {
    case 'elements':
      return { ...ALL_NUMBERS, elements: set.elements.exact };
    case 'numbers':
      return ALL_NUMBERS;
    case 'interval':
    case 'range': {
      const [from, to] = [read(set.from), read(set.to)];
      const [openFrom, openTo] =
        set.kind === 'interval' ? [set.openFrom, set.openTo] : [false, false];
      return {
        ...ALL_NUMBERS,
        whole: set.kind === 'range',
        from: from === null ? ALL_NUMBERS.from : { ...from, open: openFrom },
        to: to === null ? ALL_NUMBERS.to : { ...to, open: openTo },
      };
    }
  }
}

/** `null` where an end depends on what is free. */
function endOf(expression: Expression, context: Context, budget: Budget): Omit<End, 'open'> | null {
  if (freeLocals(expression).size > 0) return null;
  const [only] = budget.computeBounded(expression, context.shared.instances).values;
  return only === undefined ? null : { value: only.value, exact: exactOf(only) };
}

/** 1 where the relations between free symbols hold, `null` where there are none. */
export function insideOf(
  symbols: readonly FreeSymbol[],
  used: ReadonlySet<Local>,
  context: Context,
): Expression | null {
  const relations = new Set(
    symbols.flatMap(({ domains }) =>
      domains.flatMap(({ set, relation }) => (set.kind === 'numbers' ? [relation] : [])),
    ),
  );
  const joining = [...relations].filter((relation) => {
    const locals = relation.operands.flatMap((operand) =>
      symbols.filter(({ name }) => isNamed(operand, name)),
    );
    return locals.length > 1 || relation.relations[0]?.operator === '\\in';
  });
  const conditions = joining.flatMap((relation) => resolveConditionsOf(relation, context));
  const inside = indicatorOf(conditions, { start: 0, end: 0 });
  const locals = freeLocals(inside);
  const isJoining = locals.size > 1 && [...locals].every((local) => used.has(local));
  return isJoining ? inside : null;
}

/** Of what holds numbers alone, the ranges say it already. */
function resolveConditionsOf(relation: RelationSyntax, context: Context): readonly Condition[] {
  const found = attempt(() => resolveConditions([relation], context), relation.span);
  if (!found.ok) return [];
  const locals = freeLocals(indicatorOf(found.value, relation.span));
  return locals.size > 1 ? found.value : [];
}
