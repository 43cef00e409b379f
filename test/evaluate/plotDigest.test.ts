// Two plots have one digest exactly where they look the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluatedPlot, PlotPoint } from '../../src/evaluate/plot/plot.js';
import { plotDigest } from '../../src/evaluate/plot/plotDigest.js';
import { evaluateSheet } from '../support/worksheets.js';

const raw = String.raw;

function digestOf(...lines: readonly string[]): string {
  const plots = evaluateSheet(lines.join('\n')).flatMap(({ plot }) => plot ?? []);
  const [plot] = plots;
  if (!plot) throw new Error('There is no plot.');
  return plotDigest(plot);
}

describe('a digest is another where what is seen is another', () => {
  it.each([
    ['a curve', raw`plot \sin t,\ t \in [0,7]`, raw`plot 1.01\sin t,\ t \in [0,7]`],
    [
      'a curve within its old frame',
      raw`plot t, t^2,\ t \in [0,1]`,
      raw`plot t, t^{2.05},\ t \in [0,1]`,
    ],
    ['an axis', raw`plot t,\ t \in [0,1]`, raw`plot t,\ t \in [0,2]`],
    ['the scale of an axis', raw`plot t,\ t \in [1,2]`, raw`plot[log y] t,\ t \in [1,2]`],
    ['a label', raw`plot t,\ t \in [1,2]`, raw`plot s,\ s \in [1,2]`],
    ['a gap', raw`plot \frac{t^2}{t},\ t \in [0,1]`, raw`plot \log t,\ t \in [0,1]`],
    ['a point', 'plot [1,2,3]', 'plot [1,2.1,3]'],
    ['a count', 'histogram [1,2,2,3]', 'histogram [1,1,2,3]'],
    [
      'a cell',
      raw`heat \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
      raw`heat \begin{pmatrix}1&2\\2&4\end{pmatrix}`,
    ],
    [
      'the scale of shades',
      raw`heat \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
      raw`heat \begin{pmatrix}2&4\\6&8\end{pmatrix}`,
    ],
  ])('%s', (_, one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
    expect(digestOf(one)).toBe(digestOf(one));
  });
});

it('stays where numbers differ by rounding, and where a curve is sampled elsewhere', () => {
  const places = fc.uniqueArray(fc.double({ min: 0.01, max: 0.99, noNaN: true }), {
    maxLength: 30,
  });
  const slopes = fc.constantFrom(0.5, 1, 2, 1 / 3, -1, 10);
  fc.assert(
    fc.property(slopes, places, fc.boolean(), (slope, more, isNoisy) => {
      const plot = (all: readonly number[]): EvaluatedPlot => {
        const points = all.map((x): PlotPoint => [x, slope * x * (isNoisy ? 1 + 2 ** -52 : 1)]);
        const [from = 0, to = 0] = slope > 0 ? [0, slope] : [slope, 0];
        const x = { label: 't', log: false, from: 0, to: 1 };
        const y = { label: '', log: false, from, to };
        return { form: 'plot', x, y, dotted: false, curves: [{ label: 'c', pieces: [points] }] };
      };
      const exact = [0, 0.25, 0.5, 0.75, 1];
      const sampled = [...exact, ...more].sort((left, right) => left - right);
      const [one, other] = [plot(exact), plot(sampled)];
      expect(plotDigest(one)).toBe(plotDigest(other));
    }),
  );
});
