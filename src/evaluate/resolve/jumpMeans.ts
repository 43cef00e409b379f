// Means of what jumps under a law of one number, as `\mathbb E[X^2\mathbf 1[X>1]]`: an integral for each piece between the jumps.
import type { Span } from '../../core/text/span.js';
import { freeLocals, mapChildren, somePart } from '../children.js';
import { SCALAR, type Condition, type Expression, type Local } from '../expression.js';
import { closedNumber } from './closed.js';
import {
  addTerms,
  constant,
  divide,
  localExpression,
  multiply,
  substitute,
  subtract,
  unary,
} from './construct.js';
import { freshLocal, type Context } from './context.js';
import type { ScaledFamily, ScaledLaw } from './law.js';
import { polynomialIn } from './polynomials.js';
import { scaledDensity } from './scaledDensities.js';

const MOST_JUMPS = 8;

/** Cuts nearer to each other than this cannot be told apart. */
const APART = 1e-9;

/** Where the standard law of each family has its mass. */
const SUPPORTS: Readonly<Record<ScaledFamily, readonly [from: number, to: number]>> = {
  normal: [-Infinity, Infinity],
  laplace: [-Infinity, Infinity],
  cauchy: [-Infinity, Infinity],
  exponential: [0, Infinity],
  uniform: [0, 1],
};

/** A place by its distance from the location, in scales. */
interface Cut {
  readonly at: number;
  readonly end: Expression;
}

/** `null` where nothing jumps, or where it jumps is not known. */
export function meanAcrossJumps(
  body: Expression,
  local: Local,
  law: ScaledLaw,
  span: Span,
  context: Context,
): Expression | null {
  const jumps = jumpsIn(body, local);
  if (jumps === null || jumps.length === 0 || jumps.length > MOST_JUMPS) return null;
  const cuts = cutsOf(jumps, law, span);
  if (cuts === null) return null;
  const place = freshLocal(context, SCALAR);
  const pieces = cuts.slice(1).flatMap((to, at) => {
    const from = cuts[at];
    return from === undefined ? [] : [{ from, to, inside: insideOf(from, to) }];
  });
  const terms = pieces.map(({ from, to, inside }) => {
    const known = settled(body, local, movedBy(law, constant(inside, span), span));
    return { negative: false, body: integralOf(known, local, place, law, [from, to], span) };
  });
  return addTerms(terms, span);
}

/** Where conditions or signs change, by the local; `null` where one of these places is not known. */
function jumpsIn(body: Expression, local: Local): readonly Expression[] | null {
  const differences: (Expression | null)[] = [];
  somePart(body, (part) => {
    if (part.kind === 'choose')
      for (const condition of part.branches.flatMap(({ conditions }) => conditions))
        differences.push(...differencesOf(condition, local));
    if (part.kind === 'unary' && STEPS.has(part.operator) && freeLocals(part.body).has(local))
      differences.push(part.operator === 'sign' ? part.body : null);
    return false;
  });
  const roots = differences.map((each) => (each === null ? null : rootsOf(each, local)));
  return roots.includes(null) ? null : roots.flatMap((each) => each ?? []);
}

const STEPS: ReadonlySet<string> = new Set(['sign', 'floor', 'ceiling']);

function differencesOf(condition: Condition, local: Local): readonly (Expression | null)[] {
  if (condition.kind === 'membership') return freeLocals(condition.body).has(local) ? [null] : [];
  const difference = subtract(condition.left, condition.right, condition.left.span);
  return freeLocals(difference).has(local) ? [difference] : [];
}

/** Of a·X + b, of |a·X + b| − c and of (a·X + b)² − c. */
function rootsOf(difference: Expression, local: Local): readonly Expression[] | null {
  const { span } = difference;
  const bent = bentIn(difference, local);
  if (bent === null) {
    const root = rootOf(difference, local);
    return root === null ? null : [root];
  }
  const sides = [bent.bound, unary('negate', bent.bound, span)];
  const roots = sides.map((side) => rootOf(subtract(bent.body, side, span), local));
  const known = roots.flatMap((root) => (root === null ? [] : [root]));
  return known.length === sides.length ? known : null;
}

interface Bent {
  readonly body: Expression;
  /** What its absolute value is where the difference is 0. */
  readonly bound: Expression;
}

function bentIn(difference: Expression, local: Local): Bent | null {
  if (difference.kind !== 'add' || difference.terms.length !== 2) return null;
  const { span, terms } = difference;
  const bent = terms.find(({ body }) => freeLocals(body).has(local));
  const other = terms.find((term) => term !== bent);
  if (bent?.body.kind !== 'unary' || other === undefined) return null;
  const { operator, body } = bent.body;
  if ((operator !== 'abs' && operator !== 'square') || freeLocals(other.body).has(local))
    return null;
  const isMoved = other.negative !== bent.negative;
  const bound = isMoved ? other.body : unary('negate', other.body, span);
  return { body, bound: operator === 'abs' ? bound : unary('sqrt', bound, span) };
}

function rootOf(difference: Expression, local: Local): Expression | null {
  const polynomial = polynomialIn(difference, local);
  const slope = polynomial?.get(1);
  if (polynomial === null || slope === undefined || Math.max(...polynomial.keys()) > 1) return null;
  if ((closedNumber(slope) ?? 0) === 0) return null;
  const { span } = difference;
  const rest = polynomial.get(0) ?? constant(0, span);
  return divide(unary('negate', rest, span), slope, span);
}

/** In their order, with the ends of the law and, where it has no ends, its centre. */
function cutsOf(jumps: readonly Expression[], law: ScaledLaw, span: Span): readonly Cut[] | null {
  const [from, to] = SUPPORTS[law.family];
  const ends = from === 0 ? [from, to] : [from, 0, to];
  const places = jumps.map((jump) => divide(subtract(jump, law.location, span), law.scale, span));
  const cuts = [...places, ...ends.map((end) => constant(end, span))].map((end) => ({
    end,
    at: closedNumber(end) ?? NaN,
  }));
  if (cuts.some(({ at }) => Number.isNaN(at))) return null;
  const inside = cuts.filter(({ at }) => at >= from && at <= to);
  const ordered = inside.sort((left, right) => left.at - right.at);
  const distinct = ordered.filter(({ at }, place) => at !== ordered[place - 1]?.at);
  const areClear = distinct.every(({ at }, place) => {
    const before = distinct[place - 1];
    return before === undefined || at - before.at > APART;
  });
  return areClear ? distinct : null;
}

function insideOf({ at: from }: Cut, { at: to }: Cut): number {
  if (from === -Infinity) return to === Infinity ? 0 : to - 1;
  return to === Infinity ? from + 1 : (from + to) / 2;
}

function movedBy({ location, scale }: ScaledLaw, place: Expression, span: Span): Expression {
  const terms = [location, multiply([scale, place], span)];
  return addTerms(
    terms.map((body) => ({ negative: false, body })),
    span,
  );
}

/** Without the conditions and signs of the local, which are those of a place inside of the piece. */
function settled(body: Expression, local: Local, inside: Expression): Expression {
  const places = new Map([[local, inside]]);
  const settle = (part: Expression): Expression => {
    if (!freeLocals(part).has(local)) return part;
    if (part.kind === 'unary' && part.operator === 'sign') {
      const value = closedNumber(substitute(part, places));
      if (value !== null) return constant(value, part.span);
    }
    if (part.kind !== 'choose') return mapChildren(part, settle);
    const branch = part.branches.find(({ conditions }) =>
      conditions.every((condition) => holdsAt(condition, places)),
    );
    const value = branch === undefined ? part.otherwise : branch.value;
    return value === null ? part : settle(value);
  };
  return settle(body);
}

function holdsAt(condition: Condition, places: ReadonlyMap<Local, Expression>): boolean {
  const { span } = condition.kind === 'comparison' ? condition.left : condition.body;
  const indicator: Expression = {
    kind: 'choose',
    branches: [{ conditions: [condition], value: constant(1, span) }],
    otherwise: constant(0, span),
    span,
  };
  return closedNumber(substitute(indicator, places)) === 1;
}

function integralOf(
  body: Expression,
  local: Local,
  place: Local,
  law: ScaledLaw,
  [from, to]: readonly [Cut, Cut],
  span: Span,
): Expression {
  const at = localExpression(place, span);
  const [zero, one] = [constant(0, span), constant(1, span)];
  const standard: ScaledLaw = { ...law, location: zero, scale: one, square: one };
  const value = substitute(body, new Map([[local, movedBy(law, at, span)]]));
  const weighted = multiply([value, scaledDensity(standard, at, span)], span);
  return {
    kind: 'algorithm',
    algorithm: 'integral',
    operands: [from.end, to.end, zero],
    functions: [
      { parameters: [place], body: settled(weighted, place, constant(insideOf(from, to), span)) },
    ],
    shape: SCALAR,
    span,
  };
}
