// `plot`, `histogram` and `heat` of a worksheet: their points, where curves are parted, and what is refused.
import { describe, expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { describeResult } from '../../src/evaluate/describe.js';
import type { EvaluatedPlot, PlottedCurve, PlotPoint } from '../../src/evaluate/plot/plot.js';
import { checkRefused, evaluateSheet, evaluateText, postOf } from '../support/worksheets.js';

const raw = String.raw;

function plotOf<Form extends EvaluatedPlot['form']>(
  lines: string,
  form: Form,
): Extract<EvaluatedPlot, { form: Form }> {
  const found = (['compiled', 'interpreted'] as const).map((mode) => {
    const results = evaluateText(postOf(lines), { ...DEFAULT_EVALUATION_LIMITS, mode });
    expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([]);
    return results.at(-1)?.plot ?? null;
  });
  const [plot, interpreted] = found;
  expect(interpreted).toEqual(plot);
  if (plot?.form !== form) throw new Error('another plot');
  return plot as Extract<EvaluatedPlot, { form: Form }>;
}

function curvesOf(lines: string): readonly PlottedCurve[] {
  return plotOf(lines, 'plot').curves;
}

function piecesOf(lines: string): PlottedCurve['pieces'] {
  return curvesOf(lines)[0]?.pieces ?? [];
}

/** Where each piece begins and ends. */
function endsOf(pieces: PlottedCurve['pieces']): readonly (readonly [number, number])[] {
  return pieces.map((piece) => [piece[0]?.[0] ?? NaN, piece.at(-1)?.[0] ?? NaN]);
}

/** Each point lies on the curve, and so does, as far as it is seen, the middle of two that are joined. */
function checkOn(pieces: PlottedCurve['pieces'], curve: (x: number) => number, seen: number): void {
  for (const piece of pieces)
    piece.forEach(([x, y], at) => {
      expect(Math.abs(y - curve(x))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(y)));
      const [left, height] = piece[at - 1] ?? [x, y];
      const middle = curve((left + x) / 2);
      expect(Math.abs((height + y) / 2 - middle)).toBeLessThanOrEqual(seen);
    });
}

function sizeOf(lines: string): string {
  const result = evaluateSheet(lines).at(-1);
  return result === undefined ? '' : describeResult(result).value;
}

describe('curves', () => {
  it('may have the letter that a sum of a function has', () => {
    const lines = raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}` + '\n' + raw`N(p) = \sum_i p_i^2`;
    expect(piecesOf(`${lines}\n${raw`plot N(A_i),\ i \in 1..2`}`).flat()).toEqual([
      [1, 5],
      [2, 25],
    ]);
    checkRefused(`${lines}\n${raw`plot \sum_i A_{1i},\ i \in 1..2`}`, 'binder.captured', 'i');
  });

  it('have 201 points where they bend little', () => {
    const lines = raw`plot \sin t, \cos t,\ t \in [0, 2\pi]`;
    const [sine, cosine] = curvesOf(lines);
    expect(sine?.pieces.map((piece) => piece.length)).toEqual([201]);
    checkOn(sine?.pieces ?? [], Math.sin, 0.002);
    checkOn(cosine?.pieces ?? [], Math.cos, 0.002);
    expect(sizeOf(lines)).toBe('plot: 2 curves, 201 points');
  });

  it('are of functions and numbers of the post', () => {
    const lines = raw`S(x) = \|x\|_1^2` + '\na = 2\n' + raw`plot a S([t,1-t]),\ t \in [0,3].`;
    checkOn(piecesOf(lines), (t) => 2 * (t + Math.abs(1 - t)) ** 2, 0.06);
  });

  it('follow what depends on the letter of the axis', () => {
    const lines = 'b = t^2\n' + raw`t \in \mathbb R` + '\n' + raw`plot b + 1, t \in [0,1]`;
    checkOn(piecesOf(lines), (t) => t ** 2 + 1, 0.002);
  });

  it('are one for each element of a second set', () => {
    const curves = curvesOf(raw`plot t^k, t \in [0,1], k \in \{1,2\}`);
    expect(curves.map(({ label }) => label)).toEqual(['k = 1', 'k = 2']);
    checkOn(curves[1]?.pieces ?? [], (t) => t ** 2, 0.002);
  });

  it('are denser where they bend', () => {
    const bell = (t: number): number => Math.exp(-(((t - 0.3) / 0.01) ** 2));
    checkOn(piecesOf(raw`plot e^{-((t-0.3)/0.01)^2}, t \in [-1,1]`), bell, 0.002);
    const kink = piecesOf(raw`plot |t - 0.1234|, t \in [-1,1]`);
    checkOn(kink, (t) => Math.abs(t - 0.1234), 0.002);
    expect(kink).toHaveLength(1);
    const step = piecesOf(raw`plot \frac{1}{1+e^{-10^6 (t-0.1234)}}, t \in [-1,1]`);
    expect(step).toHaveLength(1);
  });

  it('have the scale of their axis', () => {
    const lines = raw`plot[log x, log y] t^3, t \in [0.01,100]`;
    const plot = plotOf(lines, 'plot');
    expect([plot.x.log, plot.y.log]).toEqual([true, true]);
    const [points = []] = plot.curves[0]?.pieces ?? [];
    expect(points).toHaveLength(201);
    expect(points[100]?.[0]).toBeCloseTo(1, 12);
    expect(points[50]?.[1]).toBeCloseTo(1e-3, 12);
  });
});

describe('curves are parted', () => {
  it('where they jump', () => {
    const pieces = piecesOf(raw`plot \lfloor 3t \rfloor, t \in [0,1.9]`);
    expect(pieces.map((piece) => [...new Set(piece.map(([, y]) => y))])).toEqual(
      [0, 1, 2, 3, 4, 5].map((y) => [y]),
    );
    endsOf(pieces).forEach(([from, to], at) => {
      expect(from).toBeCloseTo(at / 3, 9);
      expect(to).toBeCloseTo(Math.min(1.9, (at + 1) / 3), 9);
    });
  });

  it('at poles, of either sign', () => {
    const pieces = piecesOf(raw`plot 1/t, t \in [-1,1]`);
    const signs = pieces.map((piece) => new Set(piece.map(([, y]) => Math.sign(y))));
    expect(signs.every(({ size }) => size === 1)).toBe(true);
    expect(pieces.flat().length).toBeGreaterThan(200);
    const tangent = piecesOf(raw`plot \tan t, t \in [0,7]`);
    expect(tangent).toHaveLength(3);
    const even = piecesOf(raw`plot \frac{1}{(t-1/3)^2}, t \in [-1,1]`);
    const sides = even.map((piece) => piece.map(([x]) => Math.sign(x - 1 / 3)));
    expect(sides.every((side) => new Set(side).size === 1)).toBe(true);
  });

  it('where they have no value, as near as it begins', () => {
    const pieces = piecesOf(raw`plot \sqrt{t-0.1234}, t \in [-1,1]`);
    expect(pieces).toHaveLength(1);
    expect(endsOf(pieces)[0]?.[0]).toBeCloseTo(0.1234, 12);
    const two = piecesOf(raw`plot \sqrt{t^2-0.5}, t \in [-1,1]`);
    expect(endsOf(two).map(([, to]) => to.toFixed(6))).toEqual(['-0.707107', '1.000000']);
  });

  it('where rounding hides their value', () => {
    const [left = [], ...others] = piecesOf(raw`plot \frac{1-\cos t}{t^2}, t \in [-0.001,0.001]`);
    for (const [, y] of [left, ...others].flat()) expect(Math.abs(y - 0.5)).toBeLessThan(0.01);
  });

  it('and show what is usual of what runs to infinity', () => {
    const { y } = plotOf(raw`plot 1/t, t \in [-1,1]`, 'plot');
    expect(y.to).toBeLessThan(40);
    expect(y.from).toBeCloseTo(-y.to, 9);
    const bounded = plotOf(raw`plot e^{-((t-0.3)/0.001)^2}, t \in [-1,1]`, 'plot');
    expect(bounded.y.to).toBeCloseTo(1, 6);
  });
});

describe('places', () => {
  const data = 'v = [3, 1, 4]\n' + raw`A = \begin{pmatrix}1&2\\3&4\\0&0\end{pmatrix}` + '\n';

  it('are indices of vectors', () => {
    const points: readonly PlotPoint[] = [
      [1, 3],
      [2, 1],
      [3, 4],
    ];
    expect(curvesOf(`${data}plot v`)).toEqual([{ label: 'v', pieces: [points] }]);
    const fromZero = curvesOf(`set index 0\n${data}plot v, 2v`);
    expect(fromZero[1]?.pieces[0]?.[0]).toEqual([0, 6]);
  });

  it('are elements of sets, by which rows are measured', () => {
    const rows = piecesOf(data + raw`S(x) = \|x\|_1` + '\n' + raw`plot S(A_i),\ i \in 1..3`);
    expect(rows).toEqual([
      [
        [1, 3],
        [2, 7],
        [3, 0],
      ],
    ]);
    const some = piecesOf(raw`plot 1/t, t \in \{2, 0, 4, 8\}`);
    expect(some.flat()).toEqual([
      [2, 0.5],
      [4, 0.25],
      [8, 0.125],
    ]);
    const parted = piecesOf(raw`plot \log t, t \in -1..2`);
    expect(parted).toEqual([
      [
        [1, 0],
        [2, Math.log(2)],
      ],
    ]);
  });

  it('are members of sequences', () => {
    const lines = 'x_0 = 1\n' + raw`x_{t+1} = x_t/2` + '\n' + raw`plot x_t, t \in 0..3`;
    expect(piecesOf(lines)[0]?.map(([, y]) => y)).toEqual([1, 0.5, 0.25, 0.125]);
  });
});

// Bars as those of `numpy.histogram(x, 'auto')`, NumPy 2.4.6.
describe('histograms', () => {
  it.each([
    ['[3,1,4,1,5,9,2,6]', [3, 2, 2, 1], [1, 3, 5, 7, 9]],
    ['[0.1,0.5,0.9,2.5,2.5,3.7,10]', [5, 1, 0, 1], [0.1, 2.575, 5.05, 7.525, 10]],
    ['[1,1,1,1]', [4], [0.5, 1.5]],
    ['[7,7]', [2], [6.5, 7.5]],
  ])('of %s', (data, counts, edges) => {
    const plot = plotOf(`x = ${data}\nhistogram x`, 'histogram');
    expect(plot.counts).toEqual(counts);
    expect(plot.edges).toHaveLength(edges.length);
    plot.edges.forEach((edge, at) => {
      expect(edge).toBeCloseTo(edges[at] ?? NaN, 12);
    });
  });

  it('are of rows that are measured, and of all entries of a matrix', () => {
    const data = raw`A = \begin{pmatrix}1&2\\3&4\\0&0\end{pmatrix}` + '\n';
    expect(sizeOf(data + raw`histogram \sum_j A_{ij}, i \in 1..3`)).toMatch(/3 numbers$/);
    expect(sizeOf(data + raw`histogram A`)).toMatch(/6 numbers$/);
  });
});

describe('heat maps', () => {
  it('have a cell for each entry of a matrix', () => {
    const plot = plotOf(raw`heat \begin{pmatrix}1&2&3\\4&5&6\end{pmatrix}`, 'heat');
    expect(plot.x.at).toEqual([1, 2, 3]);
    expect(plot.cells).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('have the first letter along the rows', () => {
    const lines = raw`heat x/y, x \in \{1,2,3\}, y \in \{0,2\}`;
    expect(plotOf(lines, 'heat').cells).toEqual([
      [null, null, null],
      [0.5, 1, 1.5],
    ]);
    expect(evaluateSheet(lines)[0]?.value).toEqual([
      [
        [1, 2, 0.5],
        [2, 2, 1],
        [3, 2, 1.5],
      ],
    ]);
  });

  it('take the middles of cells along intervals', () => {
    const plot = plotOf(raw`heat xy, x \in [0,1], y \in [-1,1]`, 'heat');
    expect(sizeOf(raw`heat xy, x \in [0,1], y \in [-1,1]`)).toBe('heat map: 60 × 60');
    expect(plot.x.at[0]).toBeCloseTo(1 / 120, 12);
    expect(plot.cells[0]?.[0]).toBeCloseTo((1 / 120) * (-1 + 1 / 60), 12);
  });
});

describe('a profile', () => {
  const lines = [
    raw`A = \begin{pmatrix}1&0&0\\3&4&0\end{pmatrix}`,
    raw`S(x) = \frac{\|x\|_1}{\|x\|_2}`,
  ].join('\n');
  const byRow = [
    [1, 1],
    [2, 1.4],
  ];

  it('runs over the one index that a formula leaves open', () => {
    for (const line of [
      raw`plot S(A_i)`,
      raw`plot S(A_i),\ i \in 1..n`,
      raw`plot S(A_i),\ i \in [n]`,
      raw`plot S(A_i),\ i \in 1..2`,
    ])
      expect([line, piecesOf(`${lines}\n${line}`)]).toEqual([line, [byRow]]);
    const [columns] = piecesOf(`${lines}\n` + raw`plot \sum_i A_{ij},\ j \in 1..n`);
    expect(columns).toEqual([
      [1, 4],
      [2, 4],
      [3, 0],
    ]);
    expect(plotOf(`${lines}\n` + raw`histogram S(A_i)`, 'histogram').counts).toEqual([1, 1]);
    expect(plotOf(`${lines}\n` + raw`plot S(A_i)`, 'plot').x.label).toBe('i');
  });

  it('counts as the post does', () => {
    const [piece] = piecesOf(raw`set index 0` + `\nx = [3,5]\n` + raw`plot x_i^2,\ i \in 0..n`);
    expect(piece).toEqual([
      [0, 9],
      [1, 25],
    ]);
  });

  it('has a gap where a row has no value', () => {
    const gap = raw`A = \begin{pmatrix}1&1\\0&0\\2&0\end{pmatrix}` + '\nS(x) = ' + raw`1/\|x\|_1`;
    expect(evaluateSheet(`${gap}\nplot S(A_i)`)[0]?.value).toEqual([
      [
        [1, 0.5],
        [3, 0.5],
      ],
    ]);
  });

  it('is a vector as a line of its own', () => {
    for (const range of [raw`i \in 1..n`, raw`i = 1,\dots,n`, raw`i \in [2]`, 'i = 1, 2'])
      expect(evaluateSheet(`${lines}\nS(A_i), ${range}`)[0]?.value).toEqual([1, 1.4]);
    checkRefused(`${lines}\n` + raw`S(A_i),\ i \in 1..3`, 'index.out-of-range');
    checkRefused(`${lines}\n` + raw`S(A_i),\ i \in 2..2`, 'query.range', raw`i \in 2..2`);
    checkRefused(`${lines}\n` + raw`S(A_i)`, 'name.unbound-i', 'i');
  });
});

describe('an axis', () => {
  it('stays inside of the domain of its letter', () => {
    const outside: readonly (readonly [domain: string, axis: string])[] = [
      ['t > 0', '[0,1]'],
      [raw`t \in [0,1]`, '[0,2]'],
      [raw`t \in [0,1]`, '[-1,1]'],
      [raw`t \in \mathbb{N}`, '[0,4]'],
      [raw`t \in \{1,2\}`, raw`\{1,2,3\}`],
    ];
    for (const [domain, axis] of outside)
      checkRefused(`${domain}\nplot t, ` + raw`t \in ${axis}`, 'domain.outside', 't');
  });

  it('may end where the domain ends', () => {
    for (const [domain, axis] of [
      ['t > 0', '(0,1]'],
      [raw`t \in [0,1]`, '[0,1]'],
      [raw`t \in \{1,2\}`, raw`\{1,2\}`],
    ] as const)
      expect(piecesOf(`${domain}\nplot t, ` + raw`t \in ${axis}`)).toHaveLength(1);
  });
});

describe('a plot in a line', () => {
  it('counts one as one', () => {
    expect(sizeOf('histogram [2,2]')).toBe('histogram: 1 bar, 2 numbers');
    expect(sizeOf('x = [2]\nhistogram x')).toBe('histogram: 1 bar, 1 number');
    expect(sizeOf(raw`plot t, t \in \{1\}`)).toBe('plot: 1 curve, 1 point');
    expect(sizeOf(raw`plot t, 2t, t \in \{1\}`)).toBe('plot: 2 curves, 1 point');
  });
});

describe('a plot is refused', () => {
  const refused: readonly (readonly [lines: string, code: string, place?: string])[] = [
    [raw`plot t^2`, 'name.unbound', 't'],
    ['v = [1,2]\n' + raw`plot v_i, i \in 1..3`, 'index.out-of-range'],
    [
      raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}` + '\n' + raw`plot A_{ij}`,
      'binder.several-open',
    ],
    [raw`plot 3`, 'plot.vector', '3'],
    [raw`plot t, t \in [0,1], k \in [0,1]`, 'plot.form', 'k'],
    [raw`plot t \in [0,1]`, 'plot.form'],
    [raw`plot t, t > 0`, 'plot.form', 't > 0'],
    [raw`plot t, t \in \mathbb R`, 'plot.interval', raw`\mathbb R`],
    [raw`plot t, t \in [0,\infty)`, 'plot.interval', raw`[0,\infty)`],
    [raw`plot t, t \in [1,1]`, 'plot.interval', '[1,1]'],
    [raw`plot[log z] t, t \in [0,1]`, 'plot.axes', '[log z]'],
    [raw`plot[log x] t, t \in [0,1]`, 'plot.log', 't'],
    [raw`plot[log y] -t, t \in [1,2]`, 'plot.nothing', '-t'],
    [raw`plot \log(-t), t \in [1,2]`, 'value.logarithm-of-negative'],
    [raw`plot [t,t], t \in [0,1]`, 'plot.number', '[t,t]'],
    [raw`plot t, t \in 1..10001`, 'plot.points'],
    [raw`plot tk, t \in [0,1], k \in 1..21`, 'plot.curves', 'k'],
    ['t = 1\n' + raw`plot t, t \in [0,1]`, 'binder.captured', 't'],
    ['v = [1,2]\n' + raw`plot v_t, t \in [0,4]`, 'index.out-of-range'],
    [raw`plot \sum_{i=1}^{10^7} it, t \in [0,1]`, 'limit.steps'],
    ['histogram 3', 'histogram.form', '3'],
    [raw`histogram t, t \in [0,1]`, 'histogram.form', 't'],
    [raw`histogram[log y] [1,2]`, 'plot.axes', '[log y]'],
    [raw`histogram 1/t, t \in \{0,1\}`, 'value.division-by-zero'],
    ['heat [1,2]', 'heat.form', '[1,2]'],
    [raw`heat t, t \in [0,1]`, 'heat.form'],
    [raw`heat ts, t \in 1..201, s \in 1..200`, 'plot.points', 'ts'],
  ];
  for (const [lines, code, place] of refused)
    it(lines, () => {
      checkRefused(lines, code, place);
    });
});
