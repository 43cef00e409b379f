// `analyse` as a statement of a post: its forms, what it is a result of, and when it is worked out again.
import { expect, it } from 'vitest';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite } from '../../../src/core/site/site.js';
import { describeResult } from '../../../src/evaluate/describe.js';
import { DEFAULT_EVALUATION_LIMITS, evaluatePost } from '../../../src/evaluate/evaluatePost.js';
import { Reevaluator } from '../../../src/evaluate/incremental/reevaluator.js';
import { postForEvaluation, type PostForEvaluation } from '../../../src/evaluate/postInput.js';
import { checkRefused, evaluateSheet, evaluateText, postOf } from '../../support/worksheets.js';

const raw = String.raw;

function inputOf(text: string): PostForEvaluation {
  return postForEvaluation(openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite }));
}

function takenOf(lines: string): unknown {
  return evaluateSheet(lines).at(-1)?.analysis?.taken;
}

it('takes a function, a call, a formula of one symbol and a library formula', () => {
  expect(takenOf('S(x) = \\sum_i x_i^4\nanalyse S')).toBe('measure');
  expect(takenOf(raw`analyse \operatorname{Focal}(p;3)`)).toBe('loss');
  expect(takenOf(raw`analyse \frac{\max_i|v_i|}{\|v\|_1}`)).toBe('measure');
  expect(takenOf(raw`analyse[loss] \log(1+e^{-z})`)).toBe('loss');
  expect(takenOf(raw`analyse \operatorname{MSE}`)).toBe('loss');
  expect(takenOf(raw`analyse \operatorname{Huber}`)).toBe('other');
});

it('takes what a display defines, or its last side', () => {
  const display = raw`$$ M = \frac{\max_i|w_i|}{\sum_i |w_i|} \label{eq:m} $$`;
  const [result] = evaluateText(`${postOf(raw`analyse \eqref{eq:m}`)}\n${display}\n`);
  expect(result?.analysis?.taken).toBe('measure');
  const defining = raw`$$ M(w) = \frac{\max_i|w_i|}{\sum_i |w_i|} \label{eq:m} $$`;
  const [own] = evaluateText(`${postOf(raw`analyse \eqref{eq:m}`)}\n${defining}\n`);
  const cloning = own?.analysis?.rows.find(({ name }) => name === 'cloning');
  expect(cloning?.paste).toBe('M([1, 1, 1, 1]) < M([1, 1])');
});

it('says what it is refused for, at its place', () => {
  checkRefused('analyse', 'analyse.form');
  checkRefused('analyse[other] t', 'analyse.form');
  checkRefused('analyse S', 'name.unbound', 'S');
  checkRefused(raw`S(x) = \sum_i |x_i|^\kappa` + '\nanalyse S', 'name.unbound', raw`\kappa`);
  checkRefused(raw`analyse \eqref{eq:none}`, 'unsupported.reference', raw`\eqref{eq:none}`);
});

it('has its curve for a plot and a summary for a line', () => {
  const [result] = evaluateSheet(raw`analyse \operatorname{Gini}`);
  if (result === undefined) throw new Error('There is no result');
  expect(result.plot).toMatchObject({ form: 'plot', x: { label: 't', from: 0, to: 1 } });
  expect(describeResult(result).answer).toMatch(/^Gini index: .*; 8 hold, 1 fail, 0 unknown$/);
});

it('ends within the steps that it may take', () => {
  const limits = { ...DEFAULT_EVALUATION_LIMITS, steps: 20_000 };
  const results = evaluateText(postOf(raw`analyse \operatorname{Gini}`), limits);
  expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
    'limit.steps',
  ]);
});

it('is worked out again where what it rests on changes, and only there', () => {
  const post = (power: number, other: number): string =>
    postOf(`k = ${power}\nb = ${other}\nS(x) = \\sum_i |x_i|^k\nanalyse S`);
  const reevaluator = new Reevaluator();
  reevaluator.evaluate(inputOf(post(2, 1)));
  const elsewhere = reevaluator.evaluate(inputOf(post(2, 5)));
  expect(elsewhere).toEqual(evaluatePost(inputOf(post(2, 5))));
  // The line of b alone.
  expect(reevaluator.computed).toBe(1);
  const changed = reevaluator.evaluate(inputOf(post(3, 5)));
  expect(changed).toEqual(evaluatePost(inputOf(post(3, 5))));
  expect(changed).not.toEqual(elsewhere);
});
