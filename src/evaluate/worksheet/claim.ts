// Whether a relation of the post stands between its two sides, which have values.
import type { BoundedResult, Budget } from '../compute/budget.js';
import { describeShape, sameShape, shapeOf, type Bounded, type Expression } from '../expression.js';
import { attempt, refuse } from '../refusal.js';
import type { Context } from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveAlike } from '../resolve/openSizes.js';
import { resolveSet } from '../resolve/sets.js';
import { resolveSide } from '../resolve/sides.js';
import type { Syntax } from '../syntax.js';
import { comparisonOf, relationOf, valueOfBounded, type Comparison } from './comparison.js';
import { symmetricKind } from './domainSets.js';
import { otherBase } from './logBases.js';
import { definiteClaim, symmetricClaim } from './matrixClaims.js';
import { membershipVerdict, membersShown } from './membership.js';
import { withRestOfChain, type Pair } from './pair.js';
import { proportionalEntries } from './proportional.js';
import { readingOf } from './reading.js';
import { notesOf } from './results.js';
import type { PostScope } from './scope.js';

/** Refuses what is no claim, or cannot be computed. */
export function claimOf(pair: Pair, scope: PostScope, budget: Budget): Comparison {
  const { relation, position } = pair;
  switch (relation.operator) {
    case '\\in':
    case '\\notin':
      return membership(pair, scope, budget);
    case '\\propto':
      return proportion(pair, scope, budget);
    case '\\succeq':
    case '\\succ':
      return definiteClaim(pair, scope.context(position), budget);
    case '\\sim':
    case '\\to':
      return refuse('claim.relation', relation.span, { relation: relation.operator });
    default:
      return compared(pair, scope, budget);
  }
}

/** What fails with logarithms to one base and holds with another is left open. */
function compared(pair: Pair, scope: PostScope, budget: Budget): Comparison {
  const found = comparedUnder(pair, scope, budget);
  const usesLog = found.notes.some(({ code }) => code === 'convention.natural-log');
  if (found.verdict !== 'fails' || !usesLog) return found;
  const code = otherBase(scope, (under) => {
    const other = attempt(() => comparedUnder(pair, under, budget), pair.relation.span);
    return other.ok && other.value.verdict === 'holds';
  });
  if (code === null) return found;
  return { ...found, verdict: 'unknown', notes: [...found.notes, { code, data: {} }] };
}

function comparedUnder(pair: Pair, scope: PostScope, budget: Budget): Comparison {
  const { left, right, relation, position } = pair;
  return withRestOfChain(pair, (others) => {
    const context = scope.context(position);
    const results = sidesOf(pair, context, others).map((side) => bounded(side, context, budget));
    const reading = readingOf([left, right], context, scope);
    return { ...comparisonOf(results, [left, right], relation, context), reading };
  });
}

/** Both sides, of one shape. */
function sidesOf(
  { left, right, relation }: Pair,
  context: Context,
  others: readonly Syntax[],
): readonly [Expression, Expression] {
  const [first, second] = resolveWithSizes([left, right, ...others], context, (sized) => {
    for (const other of others) resolveSide(other, sized);
    return resolveAlike([left, right], sized, resolveSide);
  });
  if (first === undefined || second === undefined)
    return refuse('syntax.operand-missing', relation.span);
  const shapes = [shapeOf(first), shapeOf(second)] as const;
  if (!sameShape(...shapes))
    refuse('claim.shapes-differ', relation.span, {
      left: describeShape(shapes[0]),
      right: describeShape(shapes[1]),
    });
  return [first, second];
}

/** Of vectors that are known: the ratio of their entries is one number. */
function proportion(pair: Pair, scope: PostScope, budget: Budget): Comparison {
  const { relation, position } = pair;
  const context = scope.context(position);
  const [left, right] = sidesOf(pair, context, []);
  if (shapeOf(left).rank !== 1) refuse('check.proportional', relation.span);
  const products = proportionalEntries({ left, right }, context);
  const { verdict, notes } = comparisonOf(
    [products.left, products.right].map((side) => bounded(side, context, budget)),
    [],
    { ...relation, operator: '=' },
    context,
  );
  const value = bounded(left, context, budget);
  const expected = bounded(right, context, budget);
  // Nothing is known of the ratio where one side is 0 throughout.
  const isZero = [value, expected].some(({ values }) => values.every((each) => each.value === 0));
  return {
    value: valueOfBounded(value),
    expected: valueOfBounded(expected),
    relation: '\\propto',
    verdict: isZero ? 'unknown' : verdict,
    notes,
  };
}

function membership(pair: Pair, scope: PostScope, budget: Budget): Comparison {
  const { left, right, relation, position } = pair;
  const context = scope.context(position);
  const symmetric = symmetricKind(right);
  if (symmetric !== null) return symmetricClaim(pair, symmetric, context, budget);
  const set = resolveSet(right, context);
  const value = bounded(resolveSide(left, context), context, budget);
  const boundsOf = (end: Expression): Bounded | undefined =>
    bounded(end, context, budget).values[0];
  const { unsure, nearTie } = value.trace;
  return {
    value: valueOfBounded(value),
    expected: membersShown(set, boundsOf),
    relation: relationOf(relation),
    verdict:
      unsure !== null || nearTie
        ? 'unknown'
        : membershipVerdict(value.values, set, relation, boundsOf),
    notes: notesOf(context.shared.notes, [value.trace]),
  };
}

function bounded(expression: Expression, context: Context, budget: Budget): BoundedResult {
  return budget.computeBounded(expression, context.shared.instances);
}
