// Claims of the eigenvalues of matrices: `A \succ 0`, `A \succeq B`, `A \in \mathbb{S}^n_+`.
import type { Budget } from '../compute/budget.js';
import { describeShape, sameShape, shapeOf, type Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { mapArrays, staticNumber, subtract } from '../resolve/construct.js';
import type { Context } from '../resolve/context.js';
import { resolveWithSizes } from '../resolve/dimensions.js';
import { resolveAlike } from '../resolve/openSizes.js';
import { resolveSide } from '../resolve/sides.js';
import { relationOf, valueOfBounded, type Comparison } from './comparison.js';
import { definiteness } from './definiteness.js';
import type { Sign } from './domainSets.js';
import type { Pair } from './pair.js';
import { notesOf } from './results.js';

/** `A \succeq B` says that A − B has no negative eigenvalue. */
export function definiteClaim(pair: Pair, context: Context, budget: Budget): Comparison {
  const { relation } = pair;
  const [left, right] = matricesOf(pair, context);
  const sign = relation.operator === '\\succ' ? 'positive' : 'nonnegative';
  const difference = mapArrays(context, [left, right], relation.span, ([one, other]) =>
    subtract(one ?? left, other ?? right, relation.span),
  );
  const found = definiteness(difference, sign, relation, context, budget);
  const valueOf = (side: Expression): Comparison['value'] =>
    valueOfBounded(budget.computeBounded(side, context.shared.instances));
  return {
    value: valueOf(left),
    expected: valueOf(right),
    relation: relationOf(relation),
    verdict: found.verdict,
    notes: [...notesOf(context.shared.notes, []), ...found.notes],
  };
}

/** Both sides; a 0 has any size. */
function matricesOf(
  { left, right, relation }: Pair,
  context: Context,
): readonly [Expression, Expression] {
  const sides = resolveWithSizes([left, right], context, (sized) =>
    resolveAlike([left, right], sized, resolveSide),
  );
  const [first, second] = sides;
  if (first === undefined || second === undefined)
    return refuse('syntax.operand-missing', relation.span);
  const shapes = [shapeOf(first), shapeOf(second)] as const;
  const isZero = sides.some((side) => shapeOf(side).rank === 0 && staticNumber(side) === 0);
  if (!isZero && !sameShape(...shapes))
    refuse('claim.shapes-differ', relation.span, {
      left: describeShape(shapes[0]),
      right: describeShape(shapes[1]),
    });
  return [first, second];
}

/** `A \in \mathbb{S}^n_+`; `sign` is that of its eigenvalues. */
export function symmetricClaim(
  { left, relation }: Pair,
  sign: Sign,
  context: Context,
  budget: Budget,
): Comparison {
  if (relation.operator !== '\\in')
    refuse('claim.relation', relation.span, { relation: relation.operator });
  const matrix = resolveSide(left, context);
  const { verdict, notes } = definiteness(matrix, sign, relation, context, budget);
  return {
    value: valueOfBounded(budget.computeBounded(matrix, context.shared.instances)),
    expected: null,
    relation: '\\in',
    verdict,
    notes: [...notesOf(context.shared.notes, []), ...notes],
  };
}
