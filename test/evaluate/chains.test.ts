// Many definitions that rest on one another, and what is too long to compute.
import { describe, expect, it } from 'vitest';
import { checkQuery, evaluateSheet, problemsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('definitions', () => {
  it('rest on one another in chains of any length', () => {
    const name = (at: number): string => raw`x_{\text{v${at}}}`;
    const links = Array.from({ length: 1000 }, (_, at) => `${name(at)} = ${name(at + 1)} + 1`);
    checkQuery([...links, `${name(1000)} = 1`, name(0)].join('\n'), 1001);
    const circle = [...links, `${name(1000)} = ${name(0)}`].join('\n');
    expect(new Set(problemsOf(circle).map(([code]) => code))).toEqual(
      new Set(['definition.circle']),
    );
  });

  it('do not suffer from a sum that is too long', () => {
    const results = evaluateSheet(raw`\sum_{i=1}^{10^{9}} i` + '\n' + raw`\sum_{i=1}^{1000} i`);
    expect(results.map(({ value }) => value)).toEqual([null, 500500]);
  });
});
