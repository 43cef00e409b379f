// The two sides of a relation at one point: with bounds on doubles, again to 50 digits, and fast in doubles alone.
import type { Interpreted } from '../compute/arithmetic.js';
import { BoundedArithmetic } from '../compute/bounded.js';
import { ofFraction } from '../compute/bounds.js';
import type { Trial } from '../compute/budget.js';
import { type Fraction } from '../compute/fraction.js';
import type { Given } from '../compute/interpret.js';
import { PreciseArithmetic } from '../compute/precise.js';
import { preciseFraction, type Precise } from '../compute/preciseNumber.js';
import type { Computed } from '../compute/runtime.js';
import type { Bounded, Local } from '../expression.js';
import { attempt, type Attempt } from '../refusal.js';
import type { Relation } from '../syntax.js';
import { compareSides } from '../worksheet/compare.js';
import type { StatedValue } from '../worksheet/literals.js';
import { comparePrecisely } from './preciseSides.js';

/** The entries of each free symbol. */
export type Point = readonly (readonly Fraction[])[];

/** Why a point does not count. */
export type Doubt = 'overflow' | 'rounding' | 'stopped';

export type Judgement =
  | { readonly kind: 'agrees' }
  | {
      readonly kind: 'disagrees';
      readonly left: readonly Bounded[];
      readonly right: readonly Bounded[];
    }
  /** Neither side has a value, or the point lies outside of the domain. */
  | { readonly kind: 'nothing' }
  /** Only one side has a value. */
  | { readonly kind: 'differs'; readonly without: 'left' | 'right' }
  | { readonly kind: 'undecided'; readonly doubt: Doubt };

interface SidesInput {
  readonly left: Trial;
  readonly right: Trial;
  /** 1 where the point lies in the domain. */
  readonly inside: Trial | null;
  readonly locals: readonly Local[];
  readonly relation: Relation;
  readonly stated: readonly [StatedValue | null, StatedValue | null];
}

/** Steps for one side at one point. */
const STEPS = 200_000;

export class Sides {
  readonly #input: SidesInput;

  constructor(input: SidesInput) {
    this.#input = input;
  }

  judge(point: Point): Judgement {
    const { left, right, relation, stated } = this.#input;
    if (!this.#isInside(point)) return { kind: 'nothing' };
    const given = this.#given(point, ofFraction);
    const first = this.#bounded(left, given);
    const second = this.#bounded(right, given);
    if (first.kind !== 'values' || second.kind !== 'values') return withoutValue(first, second);
    const isOdd = relation.operator === '=' && haveOtherInfinities(first.values, second.values);
    if (isOdd) return { kind: 'differs', without: isInfinite(first.values) ? 'left' : 'right' };
    const verdict = compareSides(
      relation.operator,
      { values: first.values, stated: stated[0] },
      { values: second.values, stated: stated[1] },
    );
    if (verdict === 'holds') return { kind: 'agrees' };
    if (verdict === 'fails') return { kind: 'disagrees', left: first.values, right: second.values };
    return { kind: 'undecided', doubt: 'rounding' };
  }

  /** What doubles leave open may be clear to 50 digits; what is false has to be so in both. */
  agreesPrecisely(point: Point): boolean {
    return this.#precisely(point) === 'holds';
  }

  /** Whether the sides disagree to 50 digits too. */
  confirms(point: Point): boolean {
    return this.#precisely(point) === 'fails';
  }

  /** Below 0 where `left ≤ right` fails, relative to the sides; `null` where a side has no value. */
  slack(values: readonly (readonly number[])[]): number | null {
    const { left, right, locals, relation } = this.#input;
    const given = values.map((entries, at): Computed =>
      locals[at]?.shape.rank === 0 ? (entries[0] ?? NaN) : Float64Array.from(entries),
    );
    const [first, second] = [left.plain(given, STEPS), right.plain(given, STEPS)];
    if (first === null || second === null) return null;
    const isAscending = relation.operator === '<' || relation.operator === '\\le';
    return isAscending ? leastSlack(first, second) : leastSlack(second, first);
  }

  #isInside(point: Point): boolean {
    const { inside } = this.#input;
    if (inside === null) return true;
    const arithmetic = new BoundedArithmetic();
    const held = attempt(
      () => inside.within(arithmetic, this.#given(point, ofFraction), STEPS),
      NOWHERE,
    );
    return held.ok && arithmetic.trace.unsure === null && (held.value as Bounded).value === 1;
  }

  #precisely(point: Point): 'holds' | 'fails' | 'unknown' {
    const { left, right, relation, stated } = this.#input;
    const given = this.#given(point, preciseFraction);
    const sides = [left, right].map((side) => {
      const arithmetic = new PreciseArithmetic();
      const read = attempt(() => side.within(arithmetic, given, STEPS), NOWHERE);
      const isClear = arithmetic.trace.unsure === null && !arithmetic.trace.nearTie;
      return read.ok && isClear ? listOf(read.value) : null;
    });
    const [first, second] = sides;
    if (first === null || second === null || first === undefined || second === undefined)
      return 'unknown';
    return comparePrecisely(relation.operator, first, second, stated);
  }

  #bounded(side: Trial, given: Given<Bounded>): Side<Bounded> {
    const arithmetic = new BoundedArithmetic();
    const read = attempt(() => side.within(arithmetic, given, STEPS), NOWHERE);
    if (!read.ok) return { kind: reasonOf(read) };
    const values = listOf(read.value).map((number) => arithmetic.settled(number));
    const { unsure, nearTie, overflow } = arithmetic.trace;
    const isOverflow = overflow !== null && values.some(({ value }) => !Number.isFinite(value));
    return unsure !== null || nearTie || isOverflow
      ? { kind: 'doubtful' }
      : { kind: 'values', values };
  }

  #given<T>(point: Point, read: (entry: Fraction) => T): Given<T> {
    const values = new Map<number, Interpreted<T>>();
    this.#input.locals.forEach(({ id, shape }, at) => {
      const entries = (point[at] ?? []).map(read);
      const [only] = entries;
      if (shape.rank > 0) values.set(id, entries);
      else if (only !== undefined) values.set(id, only);
    });
    return values;
  }
}

type Side<T> =
  | { readonly kind: 'values'; readonly values: readonly T[] }
  | { readonly kind: 'none' | 'doubtful' | 'stopped' };

const NOWHERE = { start: 0, end: 0 };

function reasonOf({
  refusal,
}: Extract<Attempt<unknown>, { ok: false }>): 'none' | 'doubtful' | 'stopped' {
  if (refusal.code.startsWith('limit.')) return 'stopped';
  return UNDEFINED.has(refusal.code) ? 'none' : 'doubtful';
}

function withoutValue(first: Side<Bounded>, second: Side<Bounded>): Judgement {
  const kinds = [first.kind, second.kind];
  if (kinds.includes('stopped')) return { kind: 'undecided', doubt: 'stopped' };
  if (kinds.includes('doubtful')) return { kind: 'undecided', doubt: 'overflow' };
  if (first.kind === second.kind) return { kind: 'nothing' };
  return { kind: 'differs', without: first.kind === 'none' ? 'left' : 'right' };
}

/** What has no value whatever the rounding. */
const UNDEFINED: ReadonlySet<string> = new Set([
  'value.undefined',
  'value.zero-times-infinity',
  'value.division-by-zero',
  'value.logarithm-of-negative',
  'value.root-of-negative',
  'value.power-of-negative',
  'value.outside-function',
  'value.no-case',
  'value.factorial',
  'value.empty-extremum',
  'index.out-of-range',
  'binder.not-whole',
  'derivative.kink',
  'derivative.of-step',
  'derivative.none',
]);

function listOf<T extends Bounded | Precise>(value: Interpreted<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function isInfinite(values: readonly Bounded[]): boolean {
  return values.some(({ value }) => !Number.isFinite(value));
}

/** An infinite value is none of a formula over real numbers, unless the other side is as infinite. */
function haveOtherInfinities(left: readonly Bounded[], right: readonly Bounded[]): boolean {
  return left.some(({ value }, at) => {
    const other = right[at]?.value ?? NaN;
    return value !== other && (!Number.isFinite(value) || !Number.isFinite(other));
  });
}

function leastSlack(left: Computed, right: Computed): number | null {
  const [first, second] = [left, right].map((side) => (typeof side === 'number' ? [side] : side));
  let least = Infinity;
  first?.forEach((value, at) => {
    const other = second?.[at] ?? NaN;
    const scale = Math.max(Math.abs(value), Math.abs(other), Number.MIN_VALUE);
    const own = Number.isFinite(scale) ? (other - value) / scale : Infinity;
    least = Math.min(least, own);
  });
  return Number.isNaN(least) ? null : least;
}
