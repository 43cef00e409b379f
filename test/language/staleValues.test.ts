// Values that marks state: what is written in their place holds when it is read again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { staleValues } from '../../src/language/staleValues.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

/** The post with its stale values updated, and how many there were. */
function updated(text: string): { text: string; count: number } {
  const post = openText(text);
  const stale = staleValues(post, evaluatePost(postForEvaluation(post)));
  const written = [...stale]
    .reverse()
    .reduce(
      (result, { change: { span, text: now } }) =>
        result.slice(0, span.start) + now + result.slice(span.end),
      text,
    );
  return { text: written, count: stale.length };
}

describe('updating a stated value', () => {
  it.each([
    [raw`$1/3$<!--= 0.34 -->`, raw`$1/3$<!--= 0.33 -->`],
    [raw`$\log 2$<!--= 0.7000 -->`, raw`$\log 2$<!--= 0.6931 -->`],
    [raw`$2^{10}$<!--= 1000.0 -->`, raw`$2^{10}$<!--= 1024 -->`],
    [raw`$1234/7$<!--= 5 -->`, raw`$1234/7$<!--= 176.3 -->`],
    [raw`$e^{40}$<!--= 2.35\times10^{16} -->`, raw`$e^{40}$<!--= 2.35\times10^{17} -->`],
    [raw`0.35<!--= 1/3 --> and $0.5$<!--= 1/8 -->`, raw`0.33<!--= 1/3 --> and $0.1$<!--= 1/8 -->`],
    [raw`$-1/7$<!--= -0.150 -->`, raw`$-1/7$<!--= -0.143 -->`],
  ])('%s becomes %s', (before, after) => {
    expect(updated(before)).toEqual({ text: after, count: 1 + Number(before.includes(' and ')) });
  });

  it('writes lists entry by entry', () => {
    const post = (stated: string): string =>
      `<!-- eval: x = [1, 2] -->\n\n$x/3$<!--= ${stated} -->`;
    expect(updated(post('[0.3, 0.70]')).text).toBe(post('[0.3, 0.67]'));
  });

  it('leaves alone what holds, and claims', () => {
    const text = raw`$1/3$<!--= 0.33 -->, $2+2=5$, $2+2$<!--= 4 -->`;
    expect(updated(text)).toEqual({ text, count: 0 });
  });

  it('does not state what no plain number can', () => {
    expect(updated(raw`0.5<!--= e^{-40} -->`).count).toBe(0);
  });

  it('holds when it is read again', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const digits = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(number, number, digits, (value, stated, count) => {
        const written = (one: number): string => one.toFixed(9);
        const text = `$\\sqrt{2} \\cdot (${written(value)})$<!--= ${stated.toFixed(Math.min(count, 9))} -->`;
        expect(updated(updated(text).text).count).toBe(0);
      }),
    );
  });
});
