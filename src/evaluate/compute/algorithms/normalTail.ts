// How likely a standard normal number is greater than another: e^{-z²/2}/√(2π) · ∫_0^∞ e^{-zu-u²/2} du, for z ≥ 0.
import { type Algorithm, type AlgorithmCall, type Arithmetic, numberIn } from '../arithmetic.js';

/** Where the tail of the other side is below the smallest double. */
const FARTHEST = 38.5;

export const normalTail: Algorithm = {
  jumps: false,
  run<T>(call: AlgorithmCall<T>): T {
    const { operands, arithmetic, count, span } = call;
    const place = numberIn(operands[0]);
    const value = arithmetic.valueOf(place);
    if (Math.abs(value) > FARTHEST) return beyond(value, arithmetic);
    count(NODES.length + COARSE.length);
    if (value >= 0) return tailBehind(place, call);
    const other = tailBehind(arithmetic.unary('negate', place, span), call);
    return arithmetic.subtract(arithmetic.of(1, span), other, span);
  },
};

/** Almost 0, or almost 1. */
function beyond<T>(value: number, arithmetic: Arithmetic<T>): T {
  const [first, second] = value > 0 ? [0, Number.MIN_VALUE] : [1, 1 - Number.EPSILON];
  return arithmetic.reconciled(arithmetic.exactly(first), arithmetic.exactly(second));
}

function tailBehind<T>(place: T, call: AlgorithmCall<T>): T {
  const { arithmetic, span } = call;
  const [fine, coarse] = [NODES, COARSE].map((nodes) => integralAt(place, nodes, call));
  if (fine === undefined || coarse === undefined) throw new Error('There are two rules');
  const square = arithmetic.unary('square', place, span);
  const half = arithmetic.multiply(square, arithmetic.exactly(-0.5), span);
  const density = arithmetic.unary('exp', half, span);
  const root = arithmetic.unary('sqrt', arithmetic.of(2 * Math.PI, span), span);
  const scaled = arithmetic.divide(density, root, span);
  return arithmetic.multiply(scaled, arithmetic.reconciled(fine, coarse), span);
}

interface TailNode {
  readonly at: number;
  /** With e^{-u²/2}. */
  readonly weight: number;
}

function integralAt<T>(
  place: T,
  nodes: readonly TailNode[],
  { arithmetic, span }: AlgorithmCall<T>,
): T {
  return nodes.reduce<T>(
    (sum, { at, weight }) => {
      const exponent = arithmetic.multiply(place, arithmetic.exactly(-at), span);
      const raised = arithmetic.unary('exp', exponent, span);
      return arithmetic.add(
        sum,
        arithmetic.multiply(arithmetic.exactly(weight), raised, span),
        span,
      );
    },
    arithmetic.of(0, span),
  );
}

/** The double exponential rule for a half line with u = e^{t − e^{−t}} (Takahasi & Mori 1974). */
function nodesOf(step: number): readonly TailNode[] {
  const nodes: TailNode[] = [];
  for (let count = Math.ceil(-4.5 / step); count * step < 3.5; count++) {
    const t = count * step;
    const at = Math.exp(t - Math.exp(-t));
    const weight = step * (1 + Math.exp(-t)) * at * Math.exp((-at * at) / 2);
    if (weight > 1e-25) nodes.push({ at, weight });
  }
  return nodes;
}

const NODES = nodesOf(1 / 16);
const COARSE = nodesOf(1 / 12);
