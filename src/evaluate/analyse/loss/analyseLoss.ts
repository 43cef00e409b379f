// All that is found of a loss: monotony, whether it is proper and bears noise, its bounds, values and slopes beside cross-entropy.
import { toNumber, type Fraction } from '../../compute/fraction.js';
import { writeFraction } from '../../check/decimals.js';
import { formatApart, formatNumber } from '../../format.js';
import { text, type AnalysisRow } from '../analysis.js';
import { fraction } from '../fractions.js';
import { sharpValue, shownValue } from '../known.js';
import { FEWEST_CASES, rangeRow, valueOf, valueText } from '../rows.js';
import type { BinaryLoss } from './binaryLoss.js';
import { GRID } from './grid.js';
import { monotony } from './monotony.js';
import { leastUnderNoise, symmetry } from './noise.js';
import { properness } from './properness.js';
import type { Found, LossPoint } from './property.js';

/** Each a question with a verdict, in the order in which they are shown. */
const PROPERTIES: readonly (readonly [name: string, of: (loss: BinaryLoss) => Found])[] = [
  ['monotony', monotony],
  ['proper', properness],
  ['noise', symmetry],
];

const PLACES: readonly Fraction[] = [
  fraction(1, 1_000_000),
  ...[1, 10, 50, 90, 99].map((hundredths) => fraction(hundredths, 100)),
  fraction(999_999, 1_000_000),
];

export function analyseLoss(loss: BinaryLoss): readonly AnalysisRow[] {
  return [
    ...PROPERTIES.map(([name, of]): AnalysisRow => ({
      name,
      heading: text(`analyse.${name}`),
      ...findingOf(of(loss)),
      paste: null,
    })),
    noiseRow(loss),
    ...boundsRows(loss),
    ...PLACES.map((p) => placeRow(p, loss)),
  ];
}

function findingOf(found: Found): Pick<AnalysisRow, 'verdict' | 'finding'> {
  switch (found.verdict) {
    case 'holds': {
      const data = { count: String(found.count) };
      return found.count < FEWEST_CASES
        ? { verdict: 'unknown', finding: text('analyse.undecided', data) }
        : { verdict: 'holds', finding: text('analyse.holds', data) };
    }
    case 'unknown':
      return { verdict: 'unknown', finding: text(found.code) };
    case 'fails': {
      const [first, second] = found.points;
      const [value, other] = valuesOf(found.points, found.factor);
      const data = {
        p: first === undefined ? '' : writeFraction(first.p),
        value,
        other: second === undefined ? '' : writeFraction(second.p),
        found: other,
        share: found.share === undefined ? '' : writeFraction(found.share),
      };
      return { verdict: 'fails', finding: text(found.code, data) };
    }
  }
}

function noiseRow(loss: BinaryLoss): AnalysisRow {
  const least = loss.stopsGradient ? null : leastUnderNoise(loss);
  const finding =
    least === null
      ? text(loss.stopsGradient ? 'analyse.stop-gradient' : 'analyse.no-value')
      : text('analyse.noise-least', { p: formatNumber(least) });
  const heading = text('analyse.noise-effect');
  return { name: 'noise-effect', heading, verdict: null, finding, paste: null };
}

function boundsRows({ right }: BinaryLoss): readonly AnalysisRow[] {
  const ends = [fraction(0), fraction(1)].map((p): AnalysisRow => {
    const end = String(toNumber(p));
    return {
      name: `at-${end}`,
      heading: text('analyse.at-end', { p: end }),
      verdict: null,
      finding: valueText(right(p)),
      paste: null,
    };
  });
  const values = GRID.flatMap((p) => shownValue(right(p)) ?? []);
  return [rangeRow(values, 'analyse.range-in'), ...ends];
}

function placeRow(p: Fraction, { right, slope }: BinaryLoss): AnalysisRow {
  const place = toNumber(p);
  const data = {
    value: valueOf(right(p)),
    slope: valueOf(slope(p)),
    other: formatNumber(-Math.log(place)),
    steepness: formatNumber(-1 / place),
  };
  const written = formatNumber(place);
  const heading = text('analyse.at', { p: written });
  const finding = text('analyse.beside', data);
  return { name: `p-${written}`, heading, verdict: null, finding, paste: null };
}

/** Of two points that are told apart. */
function valuesOf(points: readonly LossPoint[], factor = 1): readonly [string, string] {
  const [first, second] = points.map(({ value }) => {
    const shown = sharpValue(value);
    return shown === null ? null : factor * shown;
  });
  if (typeof first === 'number' && typeof second === 'number') return formatApart(first, second);
  const written = (value: number | null | undefined): string =>
    typeof value === 'number' ? formatNumber(value) : '–';
  return [written(first), written(second)];
}
