// Sums without end: so many terms, and a bound on all the others; where there is none, the sum is refused.
import type { Bounded } from '../../expression.js';
import { attempt, refuse } from '../../refusal.js';
import { numberIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { BoundedArithmetic } from '../bounded.js';
import { adaptiveQuadrature, halfLine } from './quadrature.js';

/** Its operands: the first index, and whether terms between whole numbers mean anything (1 or 0). */
export const series: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): T {
    const { operands, arithmetic, span, functions } = call;
    const [from = NaN, isSmooth] = operands.map((operand) => arithmetic.valueOf(numberIn(operand)));
    if (!Number.isInteger(from)) refuse('binder.not-whole', span, { found: String(from) });
    const known = totalOf(call, from, isSmooth === 1);
    const first = numberIn(functions[0]?.(arithmetic.exactly(from + 1)));
    return arithmetic.found(known, [first], span);
  },
};

/** Terms that are added before the rest is bounded, and the most there may be. */
const ROUNDS = [64, 512, 4096, 20_000];
/** What the bound may be, relative: below the first nothing more is added. */
const TOLERANCE = 1e-13;
const USEFUL = 1e-9;

function totalOf<T>(call: AlgorithmCall<T>, from: number, isSmooth: boolean): Bounded {
  const { within, arithmetic, span } = call;
  const bounded = new BoundedArithmetic();
  const [asked] = within<Bounded>(bounded, (number) => arithmetic.bounded(number));
  const term = (at: number): Bounded => {
    call.count(1);
    const asking = attempt(() => numberIn(asked?.(bounded.exactly(at))), span);
    if (!asking.ok && BEYOND.test(asking.refusal.code)) return UNKNOWN;
    if (!asking.ok) throw asking.refusal;
    const { value } = asking;
    if (bounded.trace.unsure !== null) refuse('value.unsure', bounded.trace.unsure);
    if (!Number.isFinite(value.value)) refuse('series.no-bound', span);
    return { ...bounded.settled(value), exact: null };
  };
  const terms: Bounded[] = [];
  let total: Bounded = { value: 0, error: 0, exact: null };
  let best: Bounded | null = null;
  for (const round of ROUNDS) {
    while (terms.length < round) {
      const next = term(from + terms.length);
      if (next === UNKNOWN) break;
      terms.push(next);
      total = bounded.add(total, next, span);
    }
    if (terms.length < 8) break;
    const rest = restOf(terms, (at) => term(from + at), isSmooth);
    if (rest === null) continue;
    const sum = bounded.add(total, { ...rest, exact: null }, span);
    if (best === null || sum.error < best.error) best = { ...sum, exact: null };
    if (rest.error <= TOLERANCE * Math.abs(sum.value) || terms.length < round) break;
  }
  if (best === null || !(best.error <= USEFUL * Math.max(Math.abs(best.value), 1e-3)))
    return refuse('series.no-bound', span);
  return best;
}

/** What numbers too large or too small to hold hide of a term far behind. */
const UNKNOWN: Bounded = { value: NaN, error: Infinity, exact: null };
const BEYOND = /^value\.(?:overflow|underflow|hidden-zero)$/;

interface Rest {
  readonly value: number;
  readonly error: number;
}

type TermAt = (at: number) => Bounded;

/** What the terms behind those that are known come to. */
function restOf(terms: readonly Bounded[], termAt: TermAt, isSmooth: boolean): Rest | null {
  return (
    byRatio(terms, termAt) ??
    ofAlternating(terms, termAt) ??
    (isSmooth ? byIntegral(terms, termAt) : null)
  );
}

const sizeOf = ({ value, error }: Bounded): number => Math.abs(value) + error;

/** Places far behind those that are known, where what holds of these is tried. */
const AHEAD = [1, 2, 3, 5, 8, 13, 34, 89, 233, 610];

/** Quotients of successive terms are at most r < 1 and do not grow: the rest is at most a·r/(1−r). */
function byRatio(terms: readonly Bounded[], termAt: TermAt): Rest | null {
  // What is too small for a double says nothing, and adds nothing if the quotients go on as before.
  let gone = terms.length;
  while (gone > 0 && Math.abs(terms[gone - 1]?.value ?? 0) < TINY) gone--;
  const clear = terms.slice(0, gone);
  const tail = clear.slice(clear.length >> 1);
  const last = tail[tail.length - 1];
  if (last === undefined || clear.length < 8) return null;
  const ratios = tail.slice(1).map((term, at) => quotient(term, tail[at]));
  const ahead = AHEAD.map((step) => {
    const at = terms.length + step;
    const here = termAt(at);
    if (clear.length < terms.length && sizeOf(here) >= TINY && Number.isFinite(here.error))
      return 1;
    return quotient(termAt(at + 1), here);
  });
  const known = ratios.filter((ratio) => !Number.isNaN(ratio));
  const largest = Math.max(...known.slice(-8));
  const all = [...known, ...ahead.filter((ratio) => !Number.isNaN(ratio))];
  if (known.length < ratios.length / 2 || !(Math.max(...all) < MOST_RATIO)) return null;
  const overall = Math.max(...all);
  // Quotients that grow may grow on, but not by much where they hardly grew far ahead.
  const room = (1 - overall) / 10;
  if (overall - largest > room) return null;
  const ratio = overall + (overall > largest ? room : 0);
  return { value: 0, error: (sizeOf(last) * ratio) / (1 - ratio) };
}

const MOST_RATIO = 0.98;
const TINY = 1e-290;

/** `NaN` where the terms are too small to say. */
function quotient(term: Bounded | undefined, before: Bounded | undefined): number {
  if (term === undefined || before === undefined) return NaN;
  const room = Math.abs(before.value) - before.error;
  if (Math.abs(before.value) < TINY || room <= 0) return NaN;
  return sizeOf(term) / room;
}

/** Terms of alternating sign that shrink: the rest lies between 0 and the next term (Leibniz), nearer to its half. */
function ofAlternating(terms: readonly Bounded[], termAt: TermAt): Rest | null {
  const count = terms.length;
  const run = Array.from({ length: ORDER + 40 }, (_, at) => termAt(count + at));
  const signs = [...terms.slice(count >> 1), ...run];
  const alternates = signs.every(
    (term, at) => at === 0 || Math.sign(term.value) === -Math.sign(signs[at - 1]?.value ?? 0),
  );
  if (!alternates) return null;
  const far = AHEAD.map((step) => sizeOf(termAt(count + 40 * step)));
  const falls = far.every((size, at) => at === 0 || size <= (far[at - 1] ?? 0));
  const isFalling = falls && (far[far.length - 1] ?? NaN) <= (far[0] ?? NaN) / 2;
  // Differences of all orders have one sign: then Euler's transformation (1755) leaves less than its last part.
  let differences = run.map(({ value }) => Math.abs(value));
  const sign = Math.sign(run[0]?.value ?? 0);
  let value = 0;
  let part = Infinity;
  for (let order = 0; order < ORDER; order++) {
    if (!isFalling || !differences.every((each) => each >= 0)) break;
    part = (differences[0] ?? Infinity) / 2 ** (order + 1);
    value += part;
    differences = differences.slice(1).map((each, at) => (differences[at] ?? NaN) - each);
  }
  if (!Number.isFinite(part)) return null;
  const rounding = Math.max(...run.map(({ error }) => error)) * 2 ** 3 + 1e-16 * value;
  return { value: sign * value, error: part + rounding };
}

const ORDER = 10;

/** Terms of one sign that fall and are convex: the rest is the integral and half a term, but for an eighth of a step. */
function byIntegral(terms: readonly Bounded[], termAt: TermAt): Rest | null {
  const count = terms.length;
  if (count < 512) return null;
  const valueAt = (at: number): number => termAt(at).value;
  const sign = Math.sign(valueAt(count));
  const places = Array.from({ length: 40 }, (_, at) => count - 1 + Math.floor(1.5 ** at));
  const isConvex = places.every((at) => {
    const [left, here, right] = [at - 1, at, at + 1].map((place) => sign * valueAt(place));
    if (left === undefined || here === undefined || right === undefined) return false;
    const noise = 8 * termAt(at).error;
    return (
      here > 0 && left >= here - noise && here >= right - noise && left + right - 2 * here >= -noise
    );
  });
  if (sign === 0 || !isConvex || !vanishes(valueAt, count)) return null;
  const [before, first] = [valueAt(count - 1), valueAt(count)];
  const ask = (offset: number): number => valueAt(count + count * offset);
  const coarse = adaptiveQuadrature(ask, halfLine, 1e-13, 16);
  const fine = adaptiveQuadrature(ask, halfLine, 1e-13, 21);
  const difference = Math.abs(coarse.value - fine.value);
  const size = Math.abs(fine.value);
  if (!(difference + coarse.error + fine.error <= 1e-8 * size)) return null;
  const step = Math.abs(before - first) / 8;
  const error = step / 2 + count * (difference + fine.error + 1e-14 * size);
  return { value: count * fine.value + first / 2 + (sign * step) / 2, error };
}

/** n·a_n has to fall to 0: for 1/n it stays, and the sum has no bound. */
function vanishes(valueAt: (at: number) => number, count: number): boolean {
  const sizes = [1, 1e2, 1e4, 1e6, 1e8].map((factor) =>
    Math.abs(count * factor * valueAt(count * factor)),
  );
  return sizes.every((size, at) => at === 0 || size <= 0.9 * (sizes[at - 1] ?? 0));
}
