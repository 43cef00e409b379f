// Relations of numbers in the prose: told where they fail, silent where they may mean something else.
import { expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';

const raw = String.raw;

function checkProse(tex: string, expected: readonly string[]): void {
  const snapshot = openSnapshot({ path: '', version: 0, text: `$${tex}$`, site: assumedSite });
  const results = evaluatePost(postForEvaluation(snapshot));
  expect(
    results.map(({ verdict }) => verdict),
    tex,
  ).toEqual(expected);
  for (const { informative } of results) expect(informative).toBe(true);
}

it('tells what holds and what fails between numbers', () => {
  checkProse('16^3-1=4095', ['holds']);
  checkProse('16^3-1=4096', ['fails']);
  checkProse(raw`\pi\approx 3.14`, ['holds']);
  checkProse('e^0=2', ['fails']);
});

it('is silent where e and π are names of the author', () => {
  checkProse(raw`e\ge 3`, []);
  checkProse('e=2', []);
  checkProse('|e| = 0', []);
  checkProse(raw`\pi[1]=0`, []);
  checkProse(raw`\pi(3)=1`, []);
});

it('is silent about division as programs do it', () => {
  checkProse('3950/988=3', []);
  checkProse(raw`\frac{5}{2^2} = \frac{5}{4}`, ['holds']);
  checkProse(raw`\frac{5}{4} = 1`, []);
  checkProse(raw`\frac{5}{4} = 2`, ['fails']);
});
