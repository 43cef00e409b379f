// How likely a random variable lies in an interval: what `\mathbb P(X>1)` comes to, and the mean of an indicator.
import type { Span } from '../../core/text/span.js';
import { freeLocals } from '../children.js';
import {
  SCALAR,
  type Comparison,
  type Condition,
  type Expression,
  type Local,
} from '../expression.js';
import { refuse } from '../refusal.js';
import { closedNumber } from './closed.js';
import {
  addTerms,
  algorithmOf,
  choose,
  compare,
  constant,
  divide,
  multiply,
  staticNumber,
  subtract,
  unary,
} from './construct.js';
import type { ScaledLaw } from './law.js';
import { polynomialIn, times } from './polynomials.js';

/** An event that one number is above, or below, another. */
interface Side {
  readonly above: boolean;
  readonly bound: Expression;
}

/** The mean of an indicator whose conditions put bounds on one local; `null` for anything else. */
export function probabilityIn(body: Expression, local: Local, law: ScaledLaw): Expression | null {
  const indicator = indicatorIn(body, local);
  if (indicator === null) return null;
  const { conditions, value } = indicator;
  const own = conditions.filter((condition) => mentions(condition, local));
  const others = conditions.filter((condition) => !mentions(condition, local));
  const probability = times(value, probabilityOf(own, local, law, body.span));
  if (others.length === 0) return probability;
  return choose(others, probability, constant(0, body.span), body.span);
}

interface Indicator {
  readonly conditions: readonly Condition[];
  readonly value: Expression;
}

/** What has a value that does not depend on the local where conditions hold, and is 0 elsewhere. */
function indicatorIn(body: Expression, local: Local): Indicator | null {
  if (body.kind !== 'choose' || body.otherwise === null) return null;
  const [only] = body.branches;
  if (only === undefined || body.branches.length !== 1) return null;
  const isIndicator = !freeLocals(only.value).has(local) && staticNumber(body.otherwise) === 0;
  return isIndicator ? only : null;
}

function mentions(condition: Condition, local: Local): boolean {
  const parts =
    condition.kind === 'comparison' ? [condition.left, condition.right] : [condition.body];
  return parts.some((part) => freeLocals(part).has(local));
}

function probabilityOf(
  conditions: readonly Condition[],
  local: Local,
  law: ScaledLaw,
  span: Span,
): Expression {
  const [first, second] = conditions.map((condition) => solve(condition, local, law, span));
  if (first === undefined) return constant(1, span);
  if (second === undefined)
    return first.kind === 'side' ? sideOf(first.side, law, span) : first.value;
  if (conditions.length > 2 || first.kind !== 'side' || second.kind !== 'side')
    return refuse('probability.event', span);
  if (first.side.above === second.side.above) return refuse('probability.event', span);
  const [low, high] = first.side.above ? [first, second] : [second, first];
  return between(low.side.bound, high.side.bound, law, span);
}

type Solved =
  | { readonly kind: 'side'; readonly side: Side }
  | { readonly kind: 'probability'; readonly value: Expression };

/** A relation solved for the local. */
function solve(condition: Condition, local: Local, law: ScaledLaw, span: Span): Solved {
  if (condition.kind !== 'comparison') return refuse('probability.event', span);
  const { left, right } = condition;
  if (condition.operator === '=' || condition.operator === '\\ne') {
    // A law with a density gives every single number the probability 0.
    const value = constant(condition.operator === '=' ? 0 : 1, span);
    const isNumber = polynomialIn(subtract(left, right, span), local);
    if (isNumber === null || ![...isNumber.keys()].some((degree) => degree > 0))
      return refuse('probability.event', span);
    return { kind: 'probability', value };
  }
  const isLeft = freeLocals(left).has(local);
  if (isLeft && freeLocals(right).has(local)) return solveDifference(condition, local, span);
  const above = isLeft === (condition.operator === '>' || condition.operator === '\\ge');
  const [body, bound] = isLeft ? [left, right] : [right, left];
  return solveFor(body, { above, bound }, local, law, span);
}

function solveDifference({ left, right, operator }: Comparison, local: Local, span: Span): Solved {
  const above = operator === '>' || operator === '\\ge';
  return solveAffine(subtract(left, right, span), { above, bound: constant(0, span) }, local, span);
}

function solveFor(body: Expression, side: Side, local: Local, law: ScaledLaw, span: Span): Solved {
  if (body.kind !== 'unary' || (body.operator !== 'abs' && body.operator !== 'square'))
    return solveAffine(body, side, local, span);
  const bound = body.operator === 'square' ? unary('sqrt', side.bound, span) : side.bound;
  const high = solveAffine(body.body, { above: true, bound }, local, span);
  const low = solveAffine(
    body.body,
    { above: false, bound: unary('negate', bound, span) },
    local,
    span,
  );
  if (high.kind !== 'side' || low.kind !== 'side') return refuse('probability.event', span);
  const [above, below] = high.side.above ? [high.side, low.side] : [low.side, high.side];
  const outside = addTerms(
    [above, below].map((each) => ({ negative: false, body: sideOf(each, law, span) })),
    span,
  );
  const inside = between(below.bound, above.bound, law, span);
  const [chosen, always] = side.above ? [outside, 1] : [inside, 0];
  const isNegative = compare('<', side.bound, constant(0, span));
  const value = choose([isNegative], constant(always, span), chosen, span);
  return { kind: 'probability', value };
}

/** a·X + b above a bound, with an a whose sign is known. */
function solveAffine(body: Expression, side: Side, local: Local, span: Span): Solved {
  const polynomial = polynomialIn(body, local);
  const slope = polynomial?.get(1);
  if (polynomial === null || slope === undefined || Math.max(...polynomial.keys()) > 1)
    return refuse('probability.event', span);
  const sign = closedNumber(slope);
  if (sign === null || sign === 0) return refuse('probability.event', span);
  const rest = polynomial.get(0);
  const moved = rest === undefined ? side.bound : subtract(side.bound, rest, span);
  const isOne = staticNumber(slope) === 1;
  const bound = isOne ? moved : divide(moved, slope, span);
  return { kind: 'side', side: { above: side.above === sign > 0, bound } };
}

function between(from: Expression, to: Expression, law: ScaledLaw, span: Span): Expression {
  const inside = subtract(
    sideOf({ above: true, bound: from }, law, span),
    sideOf({ above: true, bound: to }, law, span),
    span,
  );
  return choose([compare('\\ge', from, to)], constant(0, span), inside, span);
}

/** The probability of a side, by the standard law of its family. */
function sideOf({ above, bound }: Side, law: ScaledLaw, span: Span): Expression {
  const { location, scale, family } = law;
  const isCentred = staticNumber(location) === 0;
  const moved = isCentred ? bound : subtract(bound, location, span);
  const at = staticNumber(scale) === 1 ? moved : divide(moved, scale, span);
  const [zero, one] = [constant(0, span), constant(1, span)];
  const half = divide(one, constant(2, span), span);
  const raised = (place: Expression): Expression => unary('exp', place, span);
  const other = (value: Expression): Expression => subtract(one, value, span);
  const opposite = unary('negate', at, span);
  switch (family) {
    case 'normal':
      return tail(above ? at : opposite, span);
    case 'laplace': {
      const [far, near] = above ? [opposite, at] : [at, opposite];
      const beyond = multiply([half, raised(far)], span);
      const before = other(multiply([half, raised(near)], span));
      return choose([compare('\\ge', above ? at : opposite, zero)], beyond, before, span);
    }
    case 'exponential': {
      const rest = raised(unary('negate', unary('positivePart', at, span), span));
      return above ? rest : other(rest);
    }
    case 'uniform': {
      const inside = unary('positivePart', above ? other(at) : at, span);
      return { kind: 'extremum', operator: 'min', items: [inside, one], span };
    }
    case 'cauchy': {
      const angle = divide(unary('arctan', at, span), constant(Math.PI, span), span);
      return addTerms(
        [
          { negative: false, body: half },
          { negative: above, body: angle },
        ],
        span,
      );
    }
  }
}

function tail(place: Expression, span: Span): Expression {
  return algorithmOf('normalTail', [place], SCALAR, span);
}
