// The curve that a hover asks for: of a formula with one open variable, and of no other.
import { describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { Reevaluator } from '../../src/evaluate/incremental/reevaluator.js';
import { postForQuestion } from '../../src/evaluate/question.js';
import type { PostForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { formulaInQuestion } from '../../src/language/formulaInQuestion.js';

const raw = String.raw;

/** The curve at the cursor, which is `|` where it is given, else in the first formula. */
function questionIn(text: string): PostForEvaluation {
  const at = text.includes('¦') ? text.indexOf('¦') : text.indexOf('$') + 1;
  const source = text.replace('¦', '');
  const snapshot = openSnapshot({ path: 'post.md', version: 0, text: source, site: assumedSite });
  const formula = formulaInQuestion(snapshot, { start: at, end: at });
  if (formula === null) throw new Error('no formula');
  return postForQuestion(snapshot, { about: 'curve', formula, at, given: [] });
}

function curveOf(formula: string, ...lines: readonly string[]): EvaluationResult | null {
  const text = [`The loss $${formula}$.`, '', '```eval', ...lines, '```', ''].join('\n');
  return evaluatePost(questionIn(text)).find(({ quiet }) => quiet) ?? null;
}

function rangeOf(result: EvaluationResult | null): readonly unknown[] {
  const { plot, notes } = result ?? {};
  if (plot?.form !== 'plot') return [];
  return [plot.x.label, plot.x.from, plot.x.to, notes?.map(({ code }) => code)];
}

describe('a formula with one open variable has a curve', () => {
  it('of a function by its parameter', () => {
    const found = curveOf(raw`f(x) = x^2`);
    expect(rangeOf(found)).toEqual(['x', -5, 5, ['curve.no-domain']]);
    const [curve] = found?.plot?.form === 'plot' ? found.plot.curves : [];
    for (const [x, y] of curve?.pieces.flat() ?? []) expect(y).toBeCloseTo(x * x, 12);
    expect(curve?.pieces.flat().length).toBeGreaterThan(200);
  });

  it('of a function with the names of the post', () => {
    const found = curveOf(raw`L(p) = -a\log p`, 'a = 2', raw`p \in (0,1]`);
    expect(rangeOf(found)).toEqual(['p', 0, 1, []]);
    const [curve] = found?.plot?.form === 'plot' ? found.plot.curves : [];
    for (const [x, y] of curve?.pieces.flat() ?? []) expect(y).toBeCloseTo(-2 * Math.log(x), 10);
  });

  it('of a parameter that has a value outside', () => {
    const found = curveOf(raw`L(\gamma) = \gamma^2`, raw`\gamma = 3`);
    expect(rangeOf(found)).toEqual([raw`\gamma`, -5, 5, ['curve.no-domain']]);
  });

  it('over what a slider runs over', () => {
    const found = curveOf(raw`L(\gamma) = \gamma^2`, raw`slide \gamma \in [0,2]`);
    expect(rangeOf(found)).toEqual([raw`\gamma`, 0, 2, []]);
  });

  it('of an expression by its only name without a value', () => {
    expect(rangeOf(curveOf(raw`e^{-kt}\sin 2\pi t`, 'k = 1', raw`t \in [0,3]`))).toEqual([
      't',
      0,
      3,
      [],
    ]);
    expect(rangeOf(curveOf(raw`y = \sigma(x)`))).toEqual(['x', -5, 5, ['curve.no-domain']]);
  });

  it('from the one end that is declared', () => {
    expect(rangeOf(curveOf(raw`\log t`, 't > 0'))).toEqual(['t', 0, 10, ['curve.no-domain']]);
    expect(rangeOf(curveOf(raw`t^2`, raw`t \le 1`))).toEqual(['t', -9, 1, ['curve.no-domain']]);
  });

  it('of the statement at the cursor', () => {
    const text = raw`$$f(x) = x^2,\quad ¦g(t) = t^3$$` + '\n';
    expect(rangeOf(evaluatePost(questionIn(text)).find(({ quiet }) => quiet) ?? null)[0]).toBe('t');
  });

  it('of a line of a worksheet', () => {
    const text = ['```eval', raw`t \in [0,1]`, raw`f(t) = ¦t^2`, '```', ''].join('\n');
    expect(rangeOf(evaluatePost(questionIn(text)).find(({ quiet }) => quiet) ?? null)).toEqual([
      't',
      0,
      1,
      [],
    ]);
  });
});

describe('no curve has', () => {
  it.each([
    ['what has a value', raw`2^{10}`, []],
    ['two open variables', raw`x^2 + y^2`, []],
    ['a function of two', raw`f(x,y) = x^2 + y^2`, []],
    ['a name alone', 'x', []],
    ['a straight line', 'n - 1', []],
    ['a call of what nothing defines', 'f(2)^2', []],
    ['a vector', raw`S(x) = \|x\|_1^2`, [raw`x \in \mathbb{R}^3`]],
    ['a component of what nothing defines', 'x_i^2', []],
    ['a whole number', 'n^2', [raw`n \in \mathbb{N}`]],
    ['what has no value anywhere', raw`\sqrt{-1-x^2}`, []],
    ['a relation', 'x^2 > 1', []],
    ['what cannot be read', raw`x^2 \frac`, []],
    ['what rests on what is unknown', 'f(x) = kx^2', []],
    ['a random variable', raw`X^2`, [raw`X \sim \mathcal N(0,1)`]],
  ])('%s', (_, formula, lines) => {
    expect(curveOf(formula, ...lines)).toBeNull();
  });
});

it('is that of a fresh evaluation when it is asked for again', () => {
  const reevaluator = new Reevaluator();
  const text = (a: number): string =>
    `A long beginning ${'x'.repeat(a)} $f(x) = ax^2$.\n\n\`\`\`eval\na = ${a}\n\`\`\`\n`;
  for (const a of [1, 2, 2, 1]) {
    const post = questionIn(text(a));
    expect(reevaluator.evaluate(post)).toEqual(evaluatePost(post));
  }
});
