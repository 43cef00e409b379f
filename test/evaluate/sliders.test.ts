// `slide` of a worksheet: the values that a slider runs through, where it begins, what follows it, and what is refused.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { Reevaluator } from '../../src/evaluate/incremental/reevaluator.js';
import { postForEvaluation, type PostForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { checkRefused, evaluateSheet, postOf } from '../support/worksheets.js';

const raw = String.raw;

function sliderIn(lines: string): EvaluationResult {
  const found = evaluateSheet(lines).find(({ slider }) => slider !== null);
  if (found === undefined) throw new Error('no slider');
  return found;
}

function valuesOf(lines: string): readonly number[] {
  return sliderIn(lines).slider?.values ?? [];
}

function inputOf(lines: string, moved: Readonly<Record<string, number>> = {}): PostForEvaluation {
  const text = postOf(lines);
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite });
  return postForEvaluation(snapshot, { moved: new Map(Object.entries(moved)) });
}

function movedValues(
  lines: string,
  moved: Readonly<Record<string, number>>,
): readonly EvaluationResult['value'][] {
  return evaluatePost(inputOf(lines, moved)).map(({ value }) => value);
}

describe('the values of a slider', () => {
  it('are round numbers between the ends of an interval', () => {
    const values = valuesOf(raw`slide \gamma \in [0,1]`);
    expect(values).toEqual(Array.from({ length: 101 }, (_, at) => at / 100));
  });

  it('are the ends too, where they belong to the interval', () => {
    const values = valuesOf(raw`slide t \in [0, 2\pi]`);
    expect(values.slice(0, 3)).toEqual([0, 0.05, 0.1]);
    expect(values.slice(-2)).toEqual([6.25, 2 * Math.PI]);
    const open = valuesOf(raw`slide p \in (0,1]`);
    expect([open[0], open.at(-1)]).toEqual([0.01, 1]);
  });

  it('are the elements of a finite set', () => {
    expect(valuesOf(raw`slide k \in \{3,1,2\}`)).toEqual([1, 2, 3]);
    expect(valuesOf(raw`slide k \in 1..4`)).toEqual([1, 2, 3, 4]);
    expect(valuesOf(raw`slide k \in [3]`)).toEqual([1, 2, 3]);
    expect(valuesOf('n = 2\n' + raw`slide k \in \{1,\dots,n\}`)).toEqual([1, 2]);
  });

  it('are no others between ends of any size', () => {
    for (const [from, to] of [
      [-3e-7, 2e-7],
      [-7, 12_345],
      [0.1, 0.7],
      [1e15, 1e15 + 1],
    ] as const) {
      const interval = `[${from.toFixed(8)},${to.toFixed(8)}]`;
      const values = valuesOf(raw`slide t \in ${interval}`);
      expect([values[0], values.at(-1)]).toEqual([from, to]);
      expect(values.length).toBeLessThan(300);
      values.forEach((value, at) => {
        if (at > 0) expect(value).toBeGreaterThan(values[at - 1] ?? NaN);
      });
    }
  });
});

describe('a slider', () => {
  it('begins in the middle, or where its line says', () => {
    expect(sliderIn(raw`slide \gamma \in [0,1]`).value).toBe(0.5);
    expect(sliderIn(raw`slide k \in \{1,2,3,4\}`).value).toBe(2);
    expect(sliderIn(raw`slide \gamma = 0.7 \in [0,1]`).value).toBe(0.7);
    expect(sliderIn(raw`slide k = 3 \in 1..9`).value).toBe(3);
  });

  it('may begin between its round numbers', () => {
    const { value, slider } = sliderIn(raw`slide \gamma = 0.125 \in [0,1]`);
    expect(value).toBe(0.125);
    expect(slider?.values.slice(12, 15)).toEqual([0.12, 0.125, 0.13]);
  });

  it('is a name with a value for all lines, before and behind it', () => {
    const lines = raw`2\gamma
slide \gamma \in [0,1]
\gamma^2 = 0.25
\gamma \le 1`;
    const results = evaluateSheet(lines);
    expect(results.map(({ value }) => value)).toEqual([1, 0.5, 0.5 ** 2, 0.5]);
    expect(results.map(({ verdict }) => verdict)).toEqual([null, null, 'holds', 'holds']);
  });

  it('is exactly the decimal that is shown', () => {
    const lines = raw`slide a = 0.1 \in [0,1]
3a = 3/10`;
    expect(evaluateSheet(lines).map(({ verdict }) => verdict)).toEqual([null, 'holds']);
  });

  it('is told with what it runs over', () => {
    const { source, notes, kind } = sliderIn(raw`slide \gamma \in [0,1]`);
    expect([source, kind, notes]).toEqual([
      raw`\gamma`,
      'value',
      [{ code: 'slide.over', data: { set: '[0,1]' } }],
    ]);
  });

  it('can be the number of indices', () => {
    expect(movedValues('slide n \\in 1..5\n\\sum_{i=1}^n i', { 'slide n \\in 1..5': 4 })).toEqual([
      4, 10,
    ]);
  });
});

describe('a slider that was moved', () => {
  const line = raw`slide \gamma \in [0,1]`;
  const lines = raw`${line}
f(x) = x^\gamma
f(16)
1+1`;

  it('has what depends on it follow', () => {
    expect(movedValues(lines, { [line]: 0.25 })).toEqual([0.25, 2, 2]);
    expect(movedValues(lines, {})).toEqual([0.5, 4, 2]);
  });

  it('stands where it begins again when its line is another', () => {
    const narrower = lines.replace('[0,1]', '[0,2]');
    expect(movedValues(narrower, { [line]: 0.25 })[0]).toBe(1);
  });

  it('takes no value that it does not run through', () => {
    for (const value of [-1, 0.123456, 2, NaN, Infinity])
      expect(movedValues(lines, { [line]: value })[0]).toBe(0.5);
  });

  it('costs what depends on it, and gives what a fresh evaluation gives', () => {
    const reevaluator = new Reevaluator();
    reevaluator.evaluate(inputOf(lines));
    expect(reevaluator.computed).toBe(4);
    for (const value of [0.25, 0.75, 0.25, 0]) {
      const post = inputOf(lines, { [line]: value });
      expect(reevaluator.evaluate(post)).toEqual(evaluatePost(post));
      // The slider, the function and the value of it.
      expect(reevaluator.computed).toBe(3);
    }
  });
});

describe('refused is', () => {
  it.each([
    ['slide', 'slide.form', 'slide'],
    ['slide a', 'slide.form', 'a'],
    [raw`slide 2a \in [0,1]`, 'slide.form', '2a'],
    [raw`slide a, b \in [0,1]`, 'slide.form', raw`b \in [0,1]`],
    [raw`slide a > 0`, 'slide.form', 'a > 0'],
    [raw`slide a \in \mathbb R`, 'slide.range', raw`\mathbb R`],
    [raw`slide a \in [0,\infty)`, 'slide.range', raw`[0,\infty)`],
    [raw`slide a \in [1,0]`, 'slide.range', '[1,0]'],
    [raw`slide a \in 3..1`, 'slide.range', ' 3..1'],
    [raw`slide a \in \{\}`, 'slide.range', raw`\{\}`],
    [raw`slide x \in \mathbb R^2`, 'slide.range', raw`\mathbb R^2`],
    [raw`slide x \in \Delta^{2}`, 'slide.range', raw`\Delta^{2}`],
    [raw`slide a \in [0,n]`, 'name.unbound-size', 'n'],
    [raw`slide a = 2 \in [0,1]`, 'slide.start', '2'],
    [raw`slide a = 0 \in (0,1]`, 'slide.start', '0'],
    [raw`slide a = 1.5 \in \{1,2\}`, 'slide.start', '1.5'],
    [raw`slide a \in 1..1001`, 'plot.points', ' 1..1001'],
    ['a = 1\n' + raw`slide a \in [0,1]`, 'slide.bound', 'a'],
    ['x = [1,2]\n' + raw`slide x_1 \in [0,1]`, 'slide.bound', 'x_1'],
  ])('%s', (lines, code, place) => {
    checkRefused(lines, code, place);
  });

  it('to slide a name twice', () => {
    const results = evaluateSheet(raw`slide a \in [0,1]
slide a \in [0,2]`);
    expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'slide.bound',
    ]);
    expect(results[0]?.value).toBe(0.5);
  });
});
