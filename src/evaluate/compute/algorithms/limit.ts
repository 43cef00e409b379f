// The limit of a function at a point or at infinity: from two sequences of places, which have to agree.
import type { Bounded } from '../../expression.js';
import { attempt, refuse } from '../../refusal.js';
import { numberIn, type Algorithm, type AlgorithmCall } from '../arithmetic.js';
import { BoundedArithmetic } from '../bounded.js';
import { growthOf, isApproached, limitOf, type Sample } from './extrapolation.js';
import { spell } from './spell.js';

/** Its operands: the point, the side (-1, 0, 1), whether only whole numbers go there (1) or all if they have values (2), and whether each is a loop. */
export const limit: Algorithm = {
  jumps: true,
  run<T>(call: AlgorithmCall<T>): T {
    const { operands, arithmetic, span } = call;
    const point = numberIn(operands[0]);
    const [at = NaN, side = 0, isWhole, isLoop] = operands.map((operand) =>
      arithmetic.valueOf(numberIn(operand)),
    );
    const approach = { point: at, isWhole: isWhole !== 0, isLoop: isLoop === 1 };
    const sides =
      Number.isFinite(at) && side === 0 ? ([1, -1] as const) : ([side === -1 ? -1 : 1] as const);
    const outcomes = sides.map((each) => {
      const outcome = approachFrom(call, approach, each);
      return isWhole === 2 && !isKept(call, approach, outcome) ? UNSETTLED : outcome;
    });
    const known = joined(outcomes, call);
    const place = Number.isFinite(at) ? at + 0.25 * (sides[0] ?? 1) : Math.sign(at) * 8;
    const probe = attempt(() => numberIn(call.functions[0]?.(arithmetic.exactly(place))), span);
    return arithmetic.found(known, probe.ok ? [point, probe.value] : [point], span);
  },
};

interface Approach {
  readonly point: number;
  readonly isWhole: boolean;
  readonly isLoop: boolean;
}

type Outcome =
  | { readonly kind: 'value'; readonly known: Sample }
  | { readonly kind: 'infinite'; readonly sign: 1 | -1 }
  /** No value at all on this side: why at the first place. */
  | { readonly kind: 'undefined'; readonly reason: () => never }
  | { readonly kind: 'unsettled' };

const UNSETTLED: Outcome = { kind: 'unsettled' };

/** What the error may be before a limit is refused, relative. */
const USEFUL = 1e-6;
const SMALLEST_SCALE = 1e-3;

/** A start that is no whole number, so that no period is met, and the ratio of the distances. */
const SEQUENCES = [
  { start: 0.7390851332151607, ratio: 2 },
  { start: 0.5671432904097838, ratio: 3 },
] as const;

function approachFrom<T>(call: AlgorithmCall<T>, approach: Approach, side: 1 | -1): Outcome {
  const refused: (() => never)[] = [];
  const outcomes = SEQUENCES.map(({ start, ratio }): Outcome => {
    const places = placesOf(approach, side, start, ratio);
    const samples = samplesOf(call, places, approach.isWhole, refused);
    const sign = growthOf(samples);
    if (sign !== null) return { kind: 'infinite', sign };
    const [reason] = refused;
    if (samples.length === 0 && reason !== undefined) return { kind: 'undefined', reason };
    const known = samples.length < 4 ? null : limitOf(samples, ratio);
    return known === null ? { kind: 'unsettled' } : { kind: 'value', known };
  });
  const [first, second] = outcomes;
  if (first === undefined || second === undefined) return { kind: 'unsettled' };
  return agreed(first, second);
}

/** Whether the values between whole numbers, where there are any, go the same way. */
function isKept<T>(call: AlgorithmCall<T>, approach: Approach, outcome: Outcome): boolean {
  return SEQUENCES.every(({ start, ratio }) => {
    const places = placesOf({ ...approach, isWhole: false }, 1, start, ratio);
    const samples = samplesOf(call, places, false, []);
    if (samples.length === 0) return true;
    if (outcome.kind === 'infinite') return growthOf(samples) === outcome.sign;
    return outcome.kind !== 'value' || isApproached(outcome.known.value, samples);
  });
}

function agreed(first: Outcome, second: Outcome): Outcome {
  if (first.kind === 'infinite' && second.kind === 'infinite')
    return first.sign === second.sign ? first : { kind: 'unsettled' };
  if (first.kind === 'undefined' && second.kind === 'undefined') return first;
  if (first.kind !== 'value' || second.kind !== 'value') return { kind: 'unsettled' };
  const [surer, other] =
    first.known.error <= second.known.error
      ? [first.known, second.known]
      : [second.known, first.known];
  const difference = Math.abs(surer.value - other.value);
  const error = surer.error + difference;
  const scale = Math.max(Math.abs(surer.value), SMALLEST_SCALE);
  if (difference > 4 * (surer.error + other.error) || !(error <= USEFUL * scale))
    return { kind: 'unsettled' };
  return { kind: 'value', known: { value: surer.value, error } };
}

/** Nearer and nearer to the point. */
function placesOf(
  { point, isWhole, isLoop }: Approach,
  side: 1 | -1,
  start: number,
  ratio: number,
): readonly number[] {
  if (isWhole && point === Infinity) {
    const most = isLoop ? MOST_ROUNDS : 2 ** 50;
    return powers(1, ratio, most).slice(1);
  }
  if (!Number.isFinite(point)) {
    const sign = Math.sign(point);
    return powers(start, ratio, isLoop ? MOST_ROUNDS : 2 ** 100).map((place) => sign * place);
  }
  const finest = point === 0 ? 2 ** 100 : 2 ** 40 / Math.max(1, Math.abs(point));
  return powers(1, ratio, finest).map((each) => point + side * (start / 2 / each));
}

const MOST_ROUNDS = 8192;

function powers(start: number, ratio: number, most: number): readonly number[] {
  const found: number[] = [];
  for (let value = start; value <= most; value *= ratio) found.push(value);
  return found;
}

/** Of the places where there is a value; those at the start may have none. */
function samplesOf<T>(
  { within, arithmetic, count, span }: AlgorithmCall<T>,
  places: readonly number[],
  isWhole: boolean,
  refused: (() => never)[],
): readonly Sample[] {
  const bounded = new BoundedArithmetic();
  const [asked] = within<Bounded>(bounded, (number) => arithmetic.bounded(number));
  const samples: Sample[] = [];
  for (const place of places) {
    count(1);
    bounded.trace.unsure = null;
    const given = { ...bounded.exactly(place), error: isWhole ? 0 : roomAround(place) };
    const found = attempt(() => numberIn(asked?.(given)), span);
    if (!found.ok) {
      const { refusal } = found;
      if (refusal.code.startsWith('limit.')) throw refusal;
      refused.push(() => {
        throw refusal;
      });
      // Behind the last place where rounding leaves anything.
      if (samples.length > 0) break;
      continue;
    }
    const { value, error } = bounded.settled(found.value);
    if (bounded.trace.unsure === null) samples.push({ value, error });
  }
  return samples;
}

/** Far away all doubles are whole, as other numbers are not. */
const FAR = 2 ** 40;

function roomAround(place: number): number {
  return Math.abs(place) < FAR ? 0 : Math.abs(place) * 2 ** -53;
}

function joined<T>(outcomes: readonly Outcome[], { arithmetic, span }: AlgorithmCall<T>): Bounded {
  const defined = outcomes.filter(({ kind }) => kind !== 'undefined');
  const [first, second] = defined;
  const [missing] = outcomes;
  if (first === undefined) {
    if (missing?.kind === 'undefined') missing.reason();
    return refuse('approach.unsettled', span);
  }
  if (outcomes.length > defined.length) arithmetic.trace.oneSided = true;
  if (defined.some(({ kind }) => kind === 'unsettled')) refuse('approach.unsettled', span);
  const [one, other] = [boundedOf(first), boundedOf(second ?? first)];
  const isSame =
    one.value === other.value || Math.abs(one.value - other.value) <= 4 * (one.error + other.error);
  if (!isSame)
    refuse('approach.sides', span, { right: spell(one.value), left: spell(other.value) });
  if (!Number.isFinite(one.value)) return one;
  const error = Math.min(one.error, other.error) + Math.abs(one.value - other.value);
  return { value: one.error <= other.error ? one.value : other.value, error, exact: null };
}

function boundedOf(outcome: Outcome): Bounded {
  if (outcome.kind === 'infinite') return { value: outcome.sign * Infinity, error: 0, exact: null };
  const { value, error } =
    outcome.kind === 'value' ? outcome.known : { value: NaN, error: Infinity };
  return { value, error, exact: null };
}
