// Whole posts give the known values of their subjects: every mark of theirs holds, and nothing is refused.
import { expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { runCli } from '../support/cli.js';
import {
  discriminatorPost,
  distancePost,
  entropyPost,
  lossPost,
  scorePost,
  sparsityPost,
} from '../support/seedPosts.js';
import { evaluateText } from '../support/worksheets.js';

const raw = String.raw;

/** Each mark states a value that holds; there are as many results as this. */
async function checkPost(text: string, results: number): Promise<void> {
  for (const mode of ['compiled', 'interpreted'] as const) {
    const found = evaluateText(text, { ...DEFAULT_EVALUATION_LIMITS, mode });
    for (const { source, verdict, problems, value, expected } of found) {
      expect(problems, source).toEqual([]);
      expect([verdict, value], `${source}: ${String(value)}, ${String(expected)}`).toEqual([
        'holds',
        value,
      ]);
    }
    expect(found).toHaveLength(results);
  }
  const { code, output } = await runCli('.', ['eval', '-'], { input: text });
  expect([code, output.match(/✓/g)?.length]).toEqual([0, results]);
}

it('losses', () => checkPost(lossPost, 14));

it('measures of sparsity', async () => {
  const oneHot = { meanByMax: '0.25', meanByNorm: '0.25', ratio: '.5' };
  await checkPost(sparsityPost({ x: '[0,0,1,0]', ...oneHot }), 5);
  await checkPost(
    sparsityPost({ x: '(3,4)', meanByMax: '0.875', meanByNorm: '0.7', ratio: '.98995' }),
    5,
  );
});

it('entropies', () => checkPost(entropyPost, 5));

it('score matching', () => checkPost(scorePost, 5));

it('discriminators', () => checkPost(discriminatorPost, 6));

it('distances of flows', () => checkPost(distancePost, 2));

it('a limit is computed, and a gradient by nothing is refused at its place', () => {
  const limit = raw`$\lim_{\gamma\to1}L(p,\gamma)$<!--= 0.9 -->`;
  const gradient = raw`$-\frac{1}{\gamma+(1-\gamma)p}\nabla p$<!--= -->`;
  const results = evaluateText(`${lossPost}\n${limit} and ${gradient}`).slice(-2);
  expect(
    results.map(({ verdict, problems }) => [verdict, problems.map(({ code }) => code)]),
  ).toEqual([
    ['holds', []],
    [null, ['derivative.by-what']],
  ]);
});
