// The bars of a histogram and the cells of a heat map, drawn into the frame of the chart library.
import { formatNumber } from '../../evaluate/format.js';
import type { EvaluatedPlot, HeatAxis } from '../../evaluate/plot/plot.js';
import { rectangle, roundRange, short, type Frame, type Picture, type Scale } from './picture.js';

export function barsIn({
  label,
  edges,
  counts,
}: Extract<EvaluatedPlot, { form: 'histogram' }>): Picture {
  const x = { label, log: false, from: edges[0] ?? 0, to: edges.at(-1) ?? 1 };
  const y = { label: '', log: false, ...roundRange(0, Math.max(...counts), false) };
  const over = (frame: Frame): string =>
    counts
      .map((count, at) => {
        const [from, to] = [edges[at] ?? 0, edges[at + 1] ?? 0];
        const title = `${formatNumber(from, 4)} … ${formatNumber(to, 4)}: ${count}`;
        return rectangle(frame, [from, 0], [to, count], BAR, title);
      })
      .join('');
  return { x, y, curves: [], over };
}

const BAR = 'class="plot-bar" fill="var(--plot-1)" stroke="var(--plot-ground)"';

/** So many can each say their number without making the picture large; of more, blocks say theirs. */
const MOST_TITLES = 1024;
const MOST_BLOCKS = 256;

/** Shades that can be told apart. */
const SHADES = 32;

export function cellsIn(plot: Extract<EvaluatedPlot, { form: 'heat' }>): Picture {
  const [x, y] = [scaleOf(plot.x, false), scaleOf(plot.y, plot.y.label === '')];
  return { x, y, curves: [], over: (frame) => cells(plot, frame) + legend(plot) };
}

function scaleOf({ label, at }: HeatAxis, isReversed: boolean): Scale {
  const edges = edgesOf(at);
  const every = Math.max(1, Math.ceil(at.length / 12));
  const ticks = at.every(Number.isInteger) ? at.filter((_, place) => place % every === 0) : null;
  return {
    label,
    log: false,
    from: edges[0] ?? 0,
    to: edges.at(-1) ?? 1,
    isReversed,
    ...(ticks === null ? {} : { ticks }),
  };
}

/** Halfway between the places. */
function edgesOf(at: readonly number[]): readonly number[] {
  const inner = at.slice(1).map((place, before) => ((at[before] ?? place) + place) / 2);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const [low = first + 0.5, high = last - 0.5] = [inner[0], inner.at(-1)];
  return [2 * first - low, ...inner, 2 * last - high];
}

function cells(
  { x, y, cells: rows }: Extract<EvaluatedPlot, { form: 'heat' }>,
  frame: Frame,
): string {
  const [across, down] = [edgesOf(x.at), edgesOf(y.at)];
  const { from, to } = rangeOf(rows);
  const shadeOf = (value: number): number =>
    to > from ? Math.round(((value - from) / (to - from)) * (SHADES - 1)) : SHADES - 1;
  const hasTitles = x.at.length * y.at.length <= MOST_TITLES;
  const paths = new Map<number, string[]>();
  const titled: string[] = [];
  rows.forEach((row, line) => {
    row.forEach((value, column) => {
      if (value === null) return;
      const start = [across[column] ?? 0, down[line] ?? 0] as const;
      const end = [across[column + 1] ?? 0, down[line + 1] ?? 0] as const;
      const shade = shadeOf(value);
      if (hasTitles) {
        const place = [nameOf(x, column, 'j'), nameOf(y, line, 'i')].join(', ');
        const title = `${place}: ${formatNumber(value, 6)}`;
        titled.push(rectangle(frame, start, end, lookOf(shade), title));
        return;
      }
      const [left, top] = frame.at(start);
      const [right, bottom] = frame.at(end);
      const path = `M${short(left)} ${short(top)}H${short(right)}V${short(bottom)}H${short(left)}z`;
      paths.set(shade, [...(paths.get(shade) ?? []), path]);
    });
  });
  const grouped = [...paths].map(([shade, of]) => `<path d="${of.join('')}" ${lookOf(shade)}/>`);
  const over = hasTitles ? [] : blocks({ x, y, cells: rows }, [across, down], frame);
  return [...titled, ...grouped, ...over].join('');
}

type Cells = Pick<Extract<EvaluatedPlot, { form: 'heat' }>, 'x' | 'y' | 'cells'>;

/** Between which numbers those of a block lie. */
function blocks(
  { x, y, cells: rows }: Cells,
  [across, down]: readonly [readonly number[], readonly number[]],
  frame: Frame,
): readonly string[] {
  const side = Math.ceil(Math.sqrt((x.at.length * y.at.length) / MOST_BLOCKS));
  const over: string[] = [];
  for (let line = 0; line < y.at.length; line += side)
    for (let column = 0; column < x.at.length; column += side) {
      const [below, right] = [
        Math.min(line + side, y.at.length),
        Math.min(column + side, x.at.length),
      ];
      const { from, to } = rangeOf(rows.slice(line, below).map((row) => row.slice(column, right)));
      if (from > to) continue;
      const place = [stretchOf(x, column, right - 1, 'j'), stretchOf(y, line, below - 1, 'i')];
      const range = from === to ? shown(from) : `${shown(from)} … ${shown(to)}`;
      const corners = [
        [across[column] ?? 0, down[line] ?? 0],
        [across[right] ?? 0, down[below] ?? 0],
      ] as const;
      const title = `${place.join(', ')}: ${range}`;
      over.push(rectangle(frame, ...corners, 'class="plot-at" fill="none"', title));
    }
  return over;
}

function shown(value: number): string {
  return formatNumber(value, 6);
}

function stretchOf(axis: HeatAxis, first: number, last: number, index: string): string {
  const start = nameOf(axis, first, index);
  return first === last ? start : `${start} … ${formatNumber(axis.at[last] ?? 0, 4)}`;
}

function nameOf({ label, at }: HeatAxis, place: number, index: string): string {
  return `${label === '' ? index : label} = ${formatNumber(at[place] ?? 0, 4)}`;
}

function lookOf(shade: number): string {
  const opacity = short(0.04 + (0.96 * shade) / (SHADES - 1));
  return `class="plot-cell" shape-rendering="crispEdges" fill="var(--plot-1)" fill-opacity="${opacity}"`;
}

/** The least and the greatest, as they are shaded. */
function legend({ cells: rows }: Extract<EvaluatedPlot, { form: 'heat' }>): string {
  const { from, to } = rangeOf(rows);
  const steps = Array.from({ length: 8 }, (_, at) => {
    const shade = Math.round((at / 7) * (SHADES - 1));
    return `<rect x="${474 + 12 * at}" y="344" width="12" height="8" ${lookOf(shade)}/>`;
  });
  const text = (x: number, anchor: string, value: number): string =>
    `<text x="${x}" y="352" text-anchor="${anchor}" font-size="11" fill="currentColor">${formatNumber(value, 4)}</text>`;
  return `${text(468, 'end', from)}${steps.join('')}${text(576, 'start', to)}`;
}

function rangeOf(rows: readonly (readonly (number | null)[])[]): { from: number; to: number } {
  const values = rows.flat().filter((value) => value !== null);
  return values.reduce(
    ({ from, to }, value) => ({ from: Math.min(from, value), to: Math.max(to, value) }),
    { from: Infinity, to: -Infinity },
  );
}
