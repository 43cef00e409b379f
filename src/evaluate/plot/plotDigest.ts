// A name for what a plot shows: two plots of one name look the same, whatever draws them.
import { hashText } from '../../core/text/hash.js';
import type { EvaluatedPlot, PlotAxis, PlotPoint } from './plot.js';

/** Finer differences are not seen: a picture has fewer dots along a side. */
const STEPS = 1000;

/** Between the steps lies no number that formulas like to give: rounding does not tip what is exact. */
const OFFSET = 0.3183;

/** At how many places a curve is compared. */
const PLACES = 200;

export function plotDigest(plot: EvaluatedPlot): string {
  return hashText(JSON.stringify(shownBy(plot)));
}

function shownBy(plot: EvaluatedPlot): unknown {
  switch (plot.form) {
    case 'plot': {
      const { x, y, curves, dotted } = plot;
      const seen = curves.map(({ label, pieces }) => [
        label,
        pieces.length,
        dotted ? pieces.flat().map((point) => stepsOf(point, x, y)) : curveSteps(pieces, x, y),
      ]);
      return ['plot', axisOf(x), axisOf(y), seen];
    }
    case 'histogram': {
      const ends = [plot.edges[0] ?? 0, plot.edges.at(-1) ?? 0].map(short);
      return ['histogram', plot.label, ends, plot.counts];
    }
    case 'heat': {
      const { x, y, cells, label } = plot;
      const values = cells.flat().filter((value) => value !== null);
      const from = values.reduce((least, value) => Math.min(least, value), Infinity);
      const to = values.reduce((most, value) => Math.max(most, value), -Infinity);
      const shades = cells.map((row) =>
        row.map((value) => (value === null ? null : stepOf(value, { from, to, log: false }))),
      );
      const axes = [x, y].map((axis) => [axis.label, axis.at.map(short)]);
      return ['heat', label, axes, short(from), short(to), shades];
    }
  }
}

function axisOf({ label, log, from, to }: PlotAxis): unknown {
  return [label, log, short(from), short(to)];
}

function short(value: number): string {
  return value.toPrecision(6);
}

/** Its heights at even places, and the highest and the lowest of all. */
function curveSteps(pieces: readonly (readonly PlotPoint[])[], x: PlotAxis, y: PlotAxis): unknown {
  const heights = pieces.flat().map(([, height]) => stepOf(height, y));
  const ends = heights.reduce(
    ([least, most], height) => [Math.min(least, height), Math.max(most, height)] as const,
    [Infinity, -Infinity] as readonly [number, number],
  );
  const places = Array.from({ length: PLACES + 1 }, (_, at) => {
    const height = heightAt(pieces, at / PLACES, x);
    return height === null ? null : stepOf(height, y);
  });
  return [ends, places];
}

/** On the line between its neighbours; `null` where the curve has none on both sides. */
function heightAt(
  pieces: readonly (readonly PlotPoint[])[],
  share: number,
  x: PlotAxis,
): number | null {
  for (const piece of pieces) {
    const behind = piece.findIndex(([place]) => shareOf(place, x) >= share - ROUNDING);
    const [after, before] = [piece[behind], piece[Math.max(0, behind - 1)]];
    if (after === undefined || before === undefined) continue;
    const [start, end] = [shareOf(before[0], x), shareOf(after[0], x)];
    if (start > share + ROUNDING) continue;
    const between = end > start ? (share - start) / (end - start) : 1;
    return before[1] + between * (after[1] - before[1]);
  }
  return null;
}

/** Of the ends of an axis. */
const ROUNDING = 1e-9;

function stepsOf([place, height]: PlotPoint, x: PlotAxis, y: PlotAxis): readonly number[] {
  return [stepOf(place, x), stepOf(height, y)];
}

type Ends = Pick<PlotAxis, 'from' | 'to' | 'log'>;

/** What lies beyond the ends is cut off. */
function stepOf(value: number, ends: Ends): number {
  const share = Math.min(1.01, Math.max(-0.01, shareOf(value, ends)));
  return Math.floor(share * STEPS + OFFSET);
}

/** How far a value lies between the ends of an axis. */
function shareOf(value: number, { from, to, log }: Ends): number {
  if (!(to > from)) return 0;
  return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
}
