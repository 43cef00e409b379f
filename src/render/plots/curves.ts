// Curves as series of the chart library, cut off at what is shown, and what stands there on hover.
import { formatNumber } from '../../evaluate/format.js';
import type { EvaluatedPlot, PlotPoint } from '../../evaluate/plot/plot.js';
import { rectangle, roundRange, type Frame, type Picture, type Scale } from './picture.js';

type Curves = Extract<EvaluatedPlot, { form: 'plot' }>;

/** More dots than this are a line. */
const MOST_DOTS = 100;

/** Across the picture, each with the values of its middle. */
const BANDS = 100;

/** Told apart without colours too. */
const DASHES = ['solid', [8, 4], [2, 3], [8, 3, 2, 3]] as const;
const COLOURS = 6;

export function curvesIn(plot: Curves): Picture {
  const x: Scale = plot.x.from === plot.x.to ? { ...plot.x, ...aroundOne(plot.x.from) } : plot.x;
  const y: Scale = { ...plot.y, ...roundRange(plot.y.from, plot.y.to, plot.y.log) };
  const names = namesOf(plot);
  const curves = plot.curves.map(({ pieces }, at) => ({
    type: 'line',
    name: names[at] ?? '',
    silent: true,
    emphasis: { disabled: true },
    symbolSize: 6,
    color: colourOf(at),
    itemStyle: { color: colourOf(at) },
    lineStyle: { width: 2, color: colourOf(at), type: DASHES[Math.floor(at / COLOURS) % 4] },
    data: pieces.flatMap((piece) => {
      const dotted = (plot.dotted && piece.length <= MOST_DOTS) || piece.length === 1;
      return [...cut(piece, y).flatMap((part) => [...part.map(item(dotted)), GAP]), GAP];
    }),
  }));
  return { x, y, curves, over: (frame) => bands(plot, x, y, names, frame) };
}

function aroundOne(place: number): { from: number; to: number } {
  return { from: place - 0.5, to: place + 0.5 };
}

const GAP = { value: [NaN, NaN], symbol: 'none' };

function item(dotted: boolean): (point: PlotPoint) => object {
  return (point) => ({ value: point, symbol: dotted ? 'circle' : 'none' });
}

function colourOf(at: number): string {
  return `var(--plot-${(at % COLOURS) + 1})`;
}

const LONGEST_NAME = 40;

/** The library takes curves of one name for one. */
function namesOf({ curves }: Curves): readonly string[] {
  const seen = new Map<string, number>();
  return curves.map(({ label }) => {
    const flat = label.replace(/\s+/g, ' ');
    const name = flat.length > LONGEST_NAME ? `${flat.slice(0, LONGEST_NAME)}…` : flat;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** The parts of a piece that lie between the ends of the axis. */
function cut(
  piece: readonly PlotPoint[],
  { from, to, log }: Scale,
): readonly (readonly PlotPoint[])[] {
  const drawn = (y: number): number => (log ? Math.log10(y) : y);
  const parts: PlotPoint[][] = [[]];
  const isIn = ([, y]: PlotPoint): boolean => from <= y && y <= to;
  piece.forEach((point, at) => {
    const before = piece[at - 1];
    if (before !== undefined) {
      const crossed = [from, to]
        .filter((end) => (before[1] - end) * (point[1] - end) < 0)
        .map((end): PlotPoint => {
          const share = (drawn(end) - drawn(before[1])) / (drawn(point[1]) - drawn(before[1]));
          return [before[0] + share * (point[0] - before[0]), end];
        });
      if (before[1] > point[1]) crossed.reverse();
      parts.at(-1)?.push(...crossed);
    }
    if (isIn(point)) parts.at(-1)?.push(point);
    else parts.push([]);
  });
  return parts.filter((part) => part.length > 0);
}

function bands(plot: Curves, x: Scale, y: Scale, names: readonly string[], frame: Frame): string {
  const all = [...new Set(plot.curves.flatMap(({ pieces }) => pieces.flat().map(([at]) => at)))];
  const few = plot.dotted && all.length <= 2 * BANDS;
  const places = few ? all.sort((left, right) => left - right) : evenly(x);
  return places
    .map((place, at) => {
      const [before, after] = [places[at - 1], places[at + 1]];
      const start = before === undefined ? x.from : (before + place) / 2;
      const end = after === undefined ? x.to : (place + after) / 2;
      const values = valuesAt(plot, names, place, start, end);
      if (values.length === 0) return '';
      const head = `${x.label === '' ? 'i' : x.label} = ${formatNumber(place, 4)}`;
      const title = [head, ...values].join('\n');
      return rectangle(frame, [start, y.from], [end, y.to], 'class="plot-at" fill="none"', title);
    })
    .join('');
}

function evenly({ from, to, log }: Scale): readonly number[] {
  return Array.from({ length: BANDS + 1 }, (_, at) => {
    const share = at / BANDS;
    return log ? from * (to / from) ** share : from + share * (to - from);
  });
}

/** Of each curve what is nearest to a place. */
function valuesAt(
  { curves }: Curves,
  names: readonly string[],
  place: number,
  start: number,
  end: number,
): readonly string[] {
  return curves.flatMap(({ pieces }, at) => {
    let nearest: PlotPoint | null = null;
    for (const piece of pieces)
      for (const point of piece) {
        if (point[0] < start || point[0] > end) continue;
        const isNearer =
          nearest === null || Math.abs(point[0] - place) < Math.abs(nearest[0] - place);
        if (isNearer) nearest = point;
      }
    return nearest === null ? [] : [`${names[at] ?? ''}: ${formatNumber(nearest[1], 6)}`];
  });
}
