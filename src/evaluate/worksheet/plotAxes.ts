// The axes of plots: intervals, and sets of single numbers.
import { ofFraction, wholeNumber } from '../compute/bounds.js';
import type { Budget } from '../compute/budget.js';
import type { Bounded, Expression } from '../expression.js';
import { showName } from '../read/names.js';
import { refuse } from '../refusal.js';
import type { Context } from '../resolve/context.js';
import { resolveSet } from '../resolve/sets.js';
import type { NameSyntax } from '../syntax.js';
import type { TableAxis } from './tables.js';

export type Axis = IntervalAxis | PointsAxis;

interface AxisOf {
  readonly name: NameSyntax;
  readonly label: string;
}

export interface IntervalAxis extends AxisOf {
  readonly kind: 'interval';
  readonly from: number;
  readonly to: number;
  readonly openFrom: boolean;
  readonly openTo: boolean;
}

export interface PointsAxis extends AxisOf {
  readonly kind: 'points';
  readonly at: readonly Bounded[];
}

/** More are not told apart in a picture. */
const MOST_POINTS = 10_000;

export function axisOf({ name, label, set }: TableAxis, context: Context, budget: Budget): Axis {
  const meaning = resolveSet(set, context);
  const number = (end: Expression): number => {
    const { value } = budget.compute(end, context.shared.instances);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    return refuse('plot.interval', set.span, { name: showName(name.name) });
  };
  switch (meaning.kind) {
    case 'elements':
      return { kind: 'points', name, label, at: meaning.elements.exact.map(ofFraction) };
    case 'range': {
      const [from, to] = [number(meaning.from), number(meaning.to)];
      for (const end of [from, to])
        if (!Number.isInteger(end)) refuse('binder.not-whole', set.span, { found: String(end) });
      if (to < from) refuse('plot.interval', set.span, { name: showName(name.name) });
      refuseMany(to - from + 1, set.span);
      const at = Array.from({ length: to - from + 1 }, (_, place) => wholeNumber(from + place));
      return { kind: 'points', name, label, at };
    }
    case 'interval': {
      const { openFrom, openTo } = meaning;
      const [from, to] = [number(meaning.from), number(meaning.to)];
      if (to <= from) refuse('plot.interval', set.span, { name: showName(name.name) });
      return { kind: 'interval', name, label, from, to, openFrom, openTo };
    }
    case 'numbers':
      return refuse('plot.interval', set.span, { name: showName(name.name) });
  }
}

export function refuseMany(found: number, span: NameSyntax['span'], limit = MOST_POINTS): void {
  if (found > limit) refuse('plot.points', span, { limit: String(limit), found: String(found) });
}

/** The place at a share of an interval, its ends as they are. */
export function placeIn({ from, to }: IntervalAxis, share: number, log: boolean): number {
  if (share === 0 || share === 1) return share === 0 ? from : to;
  return log ? from * (to / from) ** share : from + (to - from) * share;
}
