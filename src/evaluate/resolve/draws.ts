// Draws from laws whose parameters are known numbers, by a seeded generator: the same on every machine.
import type { Span } from '../../core/text/span.js';
import { seededRandom, type Random } from '../check/random.js';
import { shapeOf, type InputExpression } from '../expression.js';
import { refuse } from '../refusal.js';
import { closedEntries } from './closed.js';
import type { FiniteLaw, Law, MixtureLaw, ScaledLaw, VectorLaw } from './law.js';

/** One draw: a number, or the entries of a vector. */
type Draw = () => readonly number[];

/** As many draws as wanted; a name of its own gives draws of its own. `null` where parameters vary. */
export function drawn(
  law: Law,
  count: number,
  seed: number,
  name: string,
  span: Span,
): InputExpression | null {
  const draw = drawFrom(law, seededRandom(seed ^ hashOf(name)));
  if (draw === null || count < 1) return null;
  const rows = Array.from({ length: count }, draw);
  const columns = rows[0]?.length ?? 1;
  const data = Float64Array.from(rows.flat());
  const truth = (): readonly { value: number; error: number; exact: null }[] =>
    Array.from(data, (value) => ({ value, error: 0, exact: null }));
  const isVector = law.kind === 'vector' || columns > 1;
  const shape = isVector
    ? ({ rank: 2, rows: count, columns } as const)
    : ({ rank: 1, length: count } as const);
  return { kind: 'input', data, truth, shape, span };
}

/** FNV-1a (Fowler, Noll & Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function drawFrom(law: Law, random: Random): Draw | null {
  switch (law.kind) {
    case 'scaled':
      return drawScaled(law, random);
    case 'finite':
      return drawFinite(law, random);
    case 'mixture':
      return drawMixture(law, random);
    case 'vector':
      return law.family === 'normal' ? drawNormal(law, random) : drawDirichlet(law, random);
  }
}

/** From 0 to 1 without the ends, in 52 bits. */
function uniform(random: Random): number {
  return (random.below(2 ** 26) * 2 ** 26 + random.below(2 ** 26) + 0.5) / 2 ** 52;
}

/** The polar method (Marsaglia & Bray 1964). */
function normal(random: Random): number {
  for (;;) {
    const [x, y] = [2 * uniform(random) - 1, 2 * uniform(random) - 1];
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

function drawScaled({ family, location, scale }: ScaledLaw, random: Random): Draw | null {
  const [at] = closedEntries(location) ?? [];
  const [width] = closedEntries(scale) ?? [];
  if (at === undefined || width === undefined) return null;
  const standard = (): number => {
    switch (family) {
      case 'normal':
        return normal(random);
      case 'uniform':
        return uniform(random);
      case 'exponential':
        return -Math.log(uniform(random));
      case 'laplace':
        return (random.oneIn(2) ? 1 : -1) * -Math.log(uniform(random));
      case 'cauchy':
        return Math.tan(Math.PI * (uniform(random) - 0.5));
    }
  };
  return () => [at + width * standard()];
}

function drawFinite({ support, weights }: FiniteLaw, random: Random): Draw | null {
  const [values, probabilities] = [closedEntries(support), closedEntries(weights)];
  if (values === null || probabilities === null) return null;
  const shape = shapeOf(support);
  const width = shape.rank === 2 ? shape.columns : 1;
  return () => {
    const at = placeOf(probabilities, uniform(random));
    return values.slice(at * width, (at + 1) * width);
  };
}

function drawMixture({ parts }: MixtureLaw, random: Random): Draw | null {
  const draws = parts.map(({ law }) => drawFrom(law, random));
  const weights = parts.map(({ weight }) => (weight === null ? 1 : closedEntries(weight)?.[0]));
  const known = weights.flatMap((weight) => (weight === undefined ? [] : [weight]));
  const ready = draws.flatMap((draw) => (draw === null ? [] : [draw]));
  if (known.length < parts.length || ready.length < parts.length) return null;
  return () => ready[placeOf(known, uniform(random))]?.() ?? [];
}

/** Where a number from 0 to 1 falls among probabilities. */
function placeOf(probabilities: readonly number[], at: number): number {
  let left = at;
  const found = probabilities.findIndex((probability) => (left -= probability) < 0);
  return found < 0 ? probabilities.length - 1 : found;
}

/** Through the Cholesky factor of the covariance (Golub & Van Loan, 4th ed., algorithm 4.2.1). */
function drawNormal({ mean, covariance, length }: VectorLaw, random: Random): Draw | null {
  const [centre, entries] = [closedEntries(mean), closedEntries(covariance)];
  if (centre === null || entries === null) return null;
  const factor: number[][] = [];
  for (let row = 0; row < length; row++) {
    const line: number[] = [];
    for (let column = 0; column <= row; column++) {
      const other = column === row ? line : (factor[column] ?? []);
      const known = line.reduce((sum, each, at) => sum + each * (other[at] ?? 0), 0);
      const rest = (entries[row * length + column] ?? 0) - known;
      if (column === row && !(rest > 0)) refuse('law.not-positive-definite', covariance.span);
      line.push(column === row ? Math.sqrt(rest) : rest / (other[column] ?? 1));
    }
    factor.push(line);
  }
  return () => {
    const standard = factor.map(() => normal(random));
    return factor.map((line, row) =>
      line.reduce((sum, each, at) => sum + each * (standard[at] ?? 0), centre[row] ?? 0),
    );
  };
}

function drawDirichlet({ concentration }: VectorLaw, random: Random): Draw | null {
  const alphas = concentration === null ? null : closedEntries(concentration);
  if (alphas === null) return null;
  return () => {
    const draws = alphas.map((alpha) => gamma(alpha, random));
    const total = draws.reduce((sum, each) => sum + each, 0);
    return draws.map((each) => each / total);
  };
}

/** Marsaglia & Tsang 2000; below 1 through the law of α + 1. */
function gamma(alpha: number, random: Random): number {
  if (alpha < 1) return gamma(alpha + 1, random) * uniform(random) ** (1 / alpha);
  const shift = alpha - 1 / 3;
  const slope = 1 / Math.sqrt(9 * shift);
  for (;;) {
    const place = normal(random);
    const cube = (1 + slope * place) ** 3;
    if (cube <= 0) continue;
    const bound = (place * place) / 2 + shift - shift * cube + shift * Math.log(cube);
    if (Math.log(uniform(random)) < bound) return shift * cube;
  }
}
