// What an analysis draws: a measure along two shares, a loss beside cross-entropy.
import { decimalFraction } from '../check/decimals.js';
import { toNumber } from '../compute/fraction.js';
import type { EvaluatedPlot, PlotAxis, PlottedCurve } from '../plot/plot.js';
import { sampleCurve, type Height, type SampledCurve } from '../plot/sample.js';
import type { Analysed } from './analysed.js';
import { complement, fraction } from './fractions.js';
import { shownValue, type Known } from './known.js';
import type { BinaryLoss } from './loss/binaryLoss.js';
import type { Measure } from './measure/measure.js';

type Curves = Extract<EvaluatedPlot, { form: 'plot' }>;

const SMALL = fraction(1, 100);

/** `S([t, 1-t])`; `null` where it has no value there. */
export function curvesOfMeasure(
  measure: Measure,
  { call }: Analysed,
  label: string,
): EvaluatedPlot | null {
  const sampled = sampled01((place) => {
    const t = decimalFraction(place, 17);
    return heightOf(measure([t, complement(t)]));
  }, false);
  const written = call([String.raw`[t, 1-t]`]) ?? label;
  return plotOf('t', [{ label: written, sampled }]);
}

export function curvesOfLoss({ right }: BinaryLoss, label: string): EvaluatedPlot | null {
  const own = sampled01((place) => heightOf(right(decimalFraction(place, 17))), true);
  const other = sampled01((place) => ({ value: -Math.log(place), error: 0 }), true);
  // What runs to infinity is cut off where the rest can still be seen.
  const most = Math.max(shownValue(right(SMALL)) ?? 0, -Math.log(toNumber(SMALL)));
  const plot = plotOf('p', [
    { label, sampled: own },
    { label: String.raw`-\ln p`, sampled: other },
  ]);
  return plot === null ? null : { ...plot, y: { ...plot.y, to: Math.min(plot.y.to, most) } };
}

function sampled01(heightAt: (place: number) => Height | null, isOpen: boolean): SampledCurve {
  const placeAt = (share: number): number => share;
  return sampleCurve({ placeAt, heightAt, logY: false, openFrom: isOpen, openTo: isOpen });
}

function heightOf(known: Known): Height | null {
  return known.kind === 'none' ? null : known.bounded;
}

interface Sampled {
  readonly label: string;
  readonly sampled: SampledCurve;
}

function plotOf(x: string, [first, ...rest]: readonly [Sampled, ...Sampled[]]): Curves | null {
  if (first.sampled.view === null) return null;
  const all = [first, ...rest];
  const ends = all.flatMap(({ sampled: { view } }) => (view === null ? [] : [view.from, view.to]));
  const y: PlotAxis = { label: '', log: false, from: Math.min(...ends), to: Math.max(...ends) };
  const curves = all.map(({ label, sampled }): PlottedCurve => ({ label, pieces: sampled.pieces }));
  return { form: 'plot', x: { label: x, log: false, from: 0, to: 1 }, y, curves, dotted: false };
}
