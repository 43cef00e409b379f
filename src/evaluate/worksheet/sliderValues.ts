// The values that a slider runs through: of a finite set its elements, of an interval round numbers and its ends.
import type { Budget } from '../compute/budget.js';
import { fractionOf, negateFraction, type Fraction } from '../compute/fraction.js';
import { ofFraction } from '../compute/bounds.js';
import type { Bounded } from '../expression.js';
import { showName } from '../read/names.js';
import { attempt, refuse } from '../refusal.js';
import { requireScalar, resolveIn, type Context } from '../resolve/context.js';
import { axisOf, refuseMany, type Axis, type IntervalAxis } from './plotAxes.js';
import type { Slide } from './slides.js';

export interface SliderValues {
  /** From the least to the greatest. */
  readonly values: readonly Bounded[];
  /** Which of them it stands at. */
  readonly at: number;
}

/** A pointer cannot tell more apart. */
const MOST_VALUES = 1_000;

/** An interval has at least as many steps. */
const STEPS = 100;

const NARROWEST = 1e-9;

export function sliderValues(slide: Slide, context: Context, budget: Budget): SliderValues {
  const { name, set, label, start, movedTo } = slide;
  const axis = attempt(() => axisOf({ name, label, set, labels: [] }, context, budget), set.span);
  if (!axis.ok && !NO_SET.has(axis.refusal.code)) throw axis.refusal;
  const shown = { name: showName(name.name) };
  const range = { ...shown, most: String(MOST_VALUES) };
  if (!axis.ok) return refuse('slide.range', set.span, range);
  const own = valuesOn(axis.value);
  if (own.length === 0) return refuse('slide.range', set.span, range);
  refuseMany(own.length, set.span, MOST_VALUES);
  const begin = start === null ? null : numberAt(start, context, budget);
  if (begin !== null && !holds(axis.value, own, begin))
    refuse('slide.start', start?.span ?? set.span, shown);
  const values = begin === null ? own : withValue(own, begin);
  const first = begin === null ? Math.floor((own.length - 1) / 2) : placeOf(values, begin);
  const moved = movedTo === null ? -1 : placeOf(values, movedTo);
  return { values, at: moved < 0 ? first : moved };
}

/** What is said against the sets of plots is about plots. */
const NO_SET: ReadonlySet<string> = new Set(['plot.interval', 'plot.points', 'set.expected']);

function valuesOn(axis: Axis): readonly Bounded[] {
  return axis.kind === 'points' ? axis.at : [...valuesBetween(axis)].map(decimal);
}

/** Multiples of 1, 2 or 5 times a power of ten between the ends, and the ends that belong to the interval. */
function valuesBetween({ from, to, openFrom, openTo }: IntervalAxis): readonly number[] {
  const ends = [...(openFrom ? [] : [from]), ...(openTo ? [] : [to])];
  // So narrow, between the ends there are no round numbers that doubles tell apart.
  if (to - from < NARROWEST * Math.max(Math.abs(from), Math.abs(to))) return ends;
  const rough = (to - from) / STEPS;
  const power = Math.floor(Math.log10(rough) + 1e-9);
  const factor = [5, 2, 1].find((each) => each * 10 ** power <= rough * (1 + 1e-9)) ?? 1;
  const multiple = (count: number): number => Number(`${count * factor}e${power}`);
  const unit = factor * 10 ** power;
  const inner: number[] = [];
  for (let count = Math.floor(from / unit); multiple(count) < to; count++)
    if (multiple(count) > from) inner.push(multiple(count));
  return [...(openFrom ? [] : [from]), ...inner, ...(openTo ? [] : [to])];
}

/** The number that its shortest decimal says. */
function decimal(value: number): Bounded {
  const exact = decimalFraction(value);
  return exact === null ? { value, error: 0, exact } : ofFraction(exact);
}

function decimalFraction(value: number): Fraction | null {
  const size = fractionOf(String(Math.abs(value)));
  return size === null || value >= 0 ? size : negateFraction(size);
}

function numberAt(start: NonNullable<Slide['start']>, context: Context, budget: Budget): number {
  const { value } = budget.compute(
    requireScalar(resolveIn(context, start)),
    context.shared.instances,
  );
  return typeof value === 'number' ? value : NaN;
}

function holds(axis: Axis, values: readonly Bounded[], wanted: number): boolean {
  if (axis.kind === 'points') return placeOf(values, wanted) >= 0;
  const { from, to, openFrom, openTo } = axis;
  const isIn = from < wanted && wanted < to;
  return isIn || (wanted === from && !openFrom) || (wanted === to && !openTo);
}

function withValue(values: readonly Bounded[], wanted: number): readonly Bounded[] {
  if (placeOf(values, wanted) >= 0) return values;
  return [...values, decimal(wanted)].sort((left, right) => left.value - right.value);
}

function placeOf(values: readonly Bounded[], wanted: number): number {
  return values.findIndex(({ value }) => value === wanted);
}
