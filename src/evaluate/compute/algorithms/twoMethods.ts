// An integral by two methods, so that what they disagree about is not shown: where the integrand cannot be enclosed.
import type { Span } from '../../../core/text/span.js';
import { refuse } from '../../refusal.js';
import {
  adaptiveQuadrature,
  doubleExponentialQuadrature,
  panelQuadrature,
  type Quadrature,
  type Substitution,
} from './quadrature.js';

/** Relative, and what the two methods may differ by before the integral is refused. */
export const TOLERANCE = 1e-12;
const DIFFERENCE = 1e-6;
/** How many times the tolerance two rules may differ by before another is tried. */
const CLOSE = 100;

/** How many panels there are at first; no border of one kind is a border of the other. */
const FIRST_PANELS = 32;
const OTHER_PANELS = 27;

/** Few panels, which are enough where a function is smooth: within another integral each costs a whole one. */
const SMOOTH_PANELS = [2, 3] as const;
const SMOOTH = 1e-13;
/** The estimate of a panel is far above what its better rule is off by. */
const SMOOTH_ESTIMATE = 1e-9;
const NESTED_PANELS = 6;
/** What is asked of an integral by itself, of one around others, whose values are not smooth beyond theirs, and of these. */
const TOLERANCES = [TOLERANCE, 1e-9, 1e-11];

export function byTwoMethods(
  valueAt: (offset: number) => number,
  substitution: Substitution,
  nesting: number,
): readonly Quadrature[] {
  const smooth = nesting > 0 ? smoothQuadratures(valueAt, substitution) : null;
  return smooth ?? carefully(valueAt, substitution, nesting);
}

/** Refuses what two methods do not agree on, relative to the whole that it is a part of. */
export function agreed(found: readonly Quadrature[], span: Span, whole = 0): readonly Quadrature[] {
  if (!(differenceOf(found, whole) <= DIFFERENCE)) refuse('integral.unsettled', span);
  return found;
}

/** What two rules make of it; where a kink misleads the few panels of a nested integral, many are taken. */
function carefully(
  valueAt: (offset: number) => number,
  substitution: Substitution,
  nesting: number,
): readonly Quadrature[] {
  const tolerance = TOLERANCES[nesting] ?? TOLERANCE;
  const second = secondQuadrature(valueAt, substitution, tolerance);
  if (nesting > 0) {
    const first = adaptiveQuadrature(valueAt, substitution, tolerance, NESTED_PANELS);
    if (differenceOf([first, second]) <= CLOSE * tolerance) return [first, second];
  }
  return [adaptiveQuadrature(valueAt, substitution, tolerance, FIRST_PANELS), second];
}

/** Relative. */
function differenceOf(found: readonly Quadrature[], whole = 0): number {
  const values = found.map(({ value }) => value);
  const difference = Math.max(...values) - Math.min(...values);
  return difference / Math.max(...values.map(Math.abs), Math.abs(whole), TOLERANCE);
}

/** Another rule, or, where a kink is too much for it, the same one with other panels. */
function secondQuadrature(
  valueAt: (offset: number) => number,
  substitution: Substitution,
  tolerance: number,
): Quadrature {
  const found = doubleExponentialQuadrature(valueAt, substitution, tolerance);
  if (found.error <= CLOSE * tolerance * Math.abs(found.value)) return found;
  return adaptiveQuadrature(valueAt, substitution, tolerance, OTHER_PANELS);
}

/** `null` where the function is not so smooth. */
function smoothQuadratures(
  valueAt: (offset: number) => number,
  substitution: Substitution,
): readonly Quadrature[] | null {
  const found: Quadrature[] = [];
  for (const panels of SMOOTH_PANELS) {
    const one = panelQuadrature(valueAt, substitution, panels);
    if (!(one.error <= SMOOTH_ESTIMATE * Math.abs(one.value))) return null;
    found.push(one);
  }
  const [first, second] = found;
  const difference = Math.abs((first?.value ?? NaN) - (second?.value ?? NaN));
  return difference <= SMOOTH * Math.abs(second?.value ?? NaN) ? found : null;
}
