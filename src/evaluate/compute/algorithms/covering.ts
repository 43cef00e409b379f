// A quadrature that misses nothing: over panels on each of which the function is enclosed, so that the error of its rule is bounded.
import type { Span } from '../../../core/text/span.js';
import { attempt } from '../../refusal.js';
import { greatestSize, interval, isReal, rectangle, type Enclosure } from '../enclosure.js';
import { panelOf, type Node, type Quadrature } from './quadrature.js';

/** A part of a range, by offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Covering {
  readonly value: number;
  /** What the rules leave out at most, beside what is open. */
  readonly error: number;
  readonly nodes: readonly Node[];
  /** Each panel halved: what derivatives of the integral are off by is not bounded, but compared. */
  readonly halved: () => readonly Node[];
  /** Around jumps, and at ends where the function is not bounded. */
  readonly open: readonly Stretch[];
}

export interface Covered {
  readonly valueAt: (offset: number) => number;
  /** All values for these offsets; refused where it is not known, or the function is not analytic there. */
  readonly around: (offsets: Enclosure) => Enclosure;
  readonly span: Span;
}

/** Relative, to the integral of the size. */
const TOLERANCE = 1e-12;
/** Panels with less of it are left out. */
const NOTHING = 1e-18;
/** So often a panel is halved. */
const DEEPEST = 32;

/**
 * The rule of 15 nodes is exact for polynomials of degree 23, and what is at most M on the ellipse
 * around −1 and 1 whose axes add up to ρ = 4 is a polynomial but for 2Mρ^{−23}/(ρ−1) (Trefethen,
 * Approximation Theory and Practice, theorem 8.2): the rule and the integral differ by twice that for each.
 */
const ELLIPSE = { wide: 2.125, high: 1.875 };
const OUTSIDE = (4 * 4 ** -23) / 3;

interface Panel extends Stretch {
  readonly depth: number;
  /** What the rule is off by at most. */
  readonly bound: number;
  /** What the panel adds to the integral of the size, at most and about: that is asked for where it counts. */
  readonly most: number;
  readonly size: () => number;
}

/** `null` where the function cannot be enclosed, or with too many panels. */
export function cover(
  starts: readonly Stretch[],
  covered: Covered,
  mostPanels: number,
): Covering | null {
  if (!canBeEnclosed(starts, covered)) return null;
  const panels = starts.map((each) => panelAt(each.from, each.to, 0, covered));
  const open: Panel[] = [];
  for (;;) {
    if (isClose(panels)) break;
    if (panels.length + open.length > mostPanels) return null;
    const worst = panels.reduce((most, each) => (each.bound > most.bound ? each : most));
    panels.splice(panels.indexOf(worst), 1);
    if (worst.depth === DEEPEST) open.push(worst);
    else
      panels.push(
        ...halvesOf(worst).map((each) => panelAt(each.from, each.to, worst.depth + 1, covered)),
      );
    if (panels.length === 0) return null;
  }
  return ruled(panels, open, covered);
}

function isClose(panels: readonly Panel[]): boolean {
  const bound = panels.reduce((sum, each) => sum + each.bound, 0);
  const most = panels.reduce((sum, each) => sum + each.most, 0);
  if (!(bound <= TOLERANCE * most)) return false;
  return bound <= TOLERANCE * panels.reduce((sum, each) => sum + each.size(), 0);
}

function ruled(panels: readonly Panel[], open: readonly Stretch[], covered: Covered): Covering {
  const whole = panels.reduce((sum, { size }) => sum + size(), 0);
  const rule = ({ from, to }: Stretch): Quadrature => panelOf(covered.valueAt, asItIs, from, to);
  const counting = panels.filter(({ most }) => whole === 0 || !(most <= NOTHING * whole));
  const rules = counting.map(rule);
  return {
    value: rules.reduce((sum, { value }) => sum + value, 0),
    error: panels.reduce((sum, { bound }) => sum + bound, 0),
    nodes: rules.flatMap(({ nodes }) => nodes),
    halved: () => counting.flatMap(halvesOf).flatMap((half) => rule(half).nodes),
    open,
  };
}

function asItIs(offset: number): { readonly offset: number; readonly stretch: number } {
  return { offset, stretch: 1 };
}

function halvesOf({ from, to }: Stretch): readonly Stretch[] {
  const middle = (from + to) / 2;
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}

/** Where it cannot near one place, it cannot anywhere. */
function canBeEnclosed([first]: readonly Stretch[], covered: Covered): boolean {
  if (first === undefined) return false;
  const place = first.from + 0.37 * (first.to - first.from);
  const room = 1e-9 * (first.to - first.from);
  return enclosureOf(interval(place - room, place + room), covered) !== null;
}

function enclosureOf(offsets: Enclosure, { around, span }: Covered): Enclosure | null {
  const found = attempt(() => around(offsets), span);
  if (found.ok) return found.value;
  if (found.refusal.code.startsWith('limit.')) throw found.refusal;
  return null;
}

function panelAt(from: number, to: number, depth: number, covered: Covered): Panel {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const { wide, high } = ELLIPSE;
  const ellipse = rectangle(
    [middle - wide * half, middle + wide * half],
    [-high * half, high * half],
  );
  const analytic = enclosureOf(ellipse, covered);
  const reach = analytic === null ? Infinity : 2 * half * greatestSize(analytic);
  let known: number | null = null;
  const size = (): number => (known ??= 2 * half * sizeAt(middle, covered));
  const panel = { from, to, depth, bound: OUTSIDE * reach, most: reach, size };
  const values = enclosureOf(interval(from, to), covered);
  if (values === null || !isReal(values)) return panel;
  // So far a rule with weights above 0 may be off.
  const range = 2 * half * (values.high - values.low);
  const most = Math.min(reach, 2 * half * greatestSize(values));
  return { ...panel, bound: Math.min(panel.bound, range), most };
}

function sizeAt(offset: number, { valueAt, span }: Covered): number {
  const found = attempt(() => Math.abs(valueAt(offset)), span);
  return found.ok && Number.isFinite(found.value) ? found.value : 0;
}
