// Relations of numbers in the prose: told where they fail, silent where they may mean something else.
import { expect, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';

const raw = String.raw;

function checkProse(tex: string, expected: readonly string[]): void {
  checkSentence(`$${tex}$`, expected);
}

function checkSentence(text: string, expected: readonly string[]): void {
  const snapshot = openSnapshot({ path: '', version: 0, text, site: assumedSite });
  const results = evaluatePost(postForEvaluation(snapshot));
  expect(
    results.map(({ verdict }) => verdict),
    text,
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

it('tells what holds of functions, and what fails in every reading', () => {
  checkProse(raw`\ln 2 + 1 \approx 1.69`, ['holds']);
  checkProse(raw`1 + \ln 2 = 2.69`, ['fails']);
  checkProse(raw`\ln(2) + 1 = 2.69`, ['fails']);
  checkProse(raw`\log_2 1025 = 10`, ['fails']);
  checkProse(raw`\sin\frac{\pi}{2} = 1`, ['holds']);
});

it('does not call wrong what an argument that goes on would make right', () => {
  checkProse(raw`\log_{26} 10^9+9 \approx 6`, []);
  checkProse(raw`\log_3 10-1 = 2`, []);
  checkProse(raw`2\exp 1+1 = 14.8`, []);
  checkProse(raw`\frac{\ln 3+4}{2} = 0.973`, []);
  checkProse(raw`\ln(2)^3 = 2.079`, []);
});

it('does not call wrong what another convention would make right', () => {
  checkProse(raw`\sin 30 = 0.5`, []);
  checkProse(raw`\lg 8 = 3`, []);
  checkProse(raw`19 = 4 \bmod 5`, []);
  checkProse(raw`(-8) \bmod 3 = -2`, []);
  checkProse('5+4=2', []);
  checkProse('1+1=1', []);
  checkProse('111+1=1000', []);
  checkProse('7+4=12', ['fails']);
});

it('does not call digits wrong that were cut off', () => {
  checkProse(raw`2/3 \approx 0.66`, []);
  checkProse(raw`\pi \approx 3.141`, []);
  checkProse(raw`2^{32} = 4.2\times 10^9`, []);
  checkProse(raw`2/3 \approx 0.65`, ['fails']);
});

it('is silent about numbers as they stand, and about what differs', () => {
  checkProse('0=1', []);
  checkProse('-1 < 2', []);
  checkProse(raw`0.1+0.2 \ne 0.3`, []);
});

it('is silent about division as programs do it', () => {
  checkProse('3950/988=3', []);
  checkProse(raw`\frac{5}{2^2} = \frac{5}{4}`, ['holds']);
  checkProse(raw`\frac{5}{4} = 1`, []);
  checkProse(raw`\frac{5}{4} = 2`, ['fails']);
});

it.each([
  '共$2^{10}=1000$左右',
  '共**$2^{10}=1000$**左右',
  '约$2^{10}=1000$',
  '大约是 $2^{10}=1000$ 个',
  '约为$2^{10}=1000$',
  'about $2^{10}=1000$ of them',
  'Roughly $2^{10}=1000$',
  '$2^{10}=1000$, roughly',
  '$2^{10}=1000$ or so',
  'approximately $2^{10}=1000$',
  '~$2^{10}=1000$',
])('takes no claim from words that call it approximate: %s', (text) => {
  checkSentence(text, []);
});

it.each([
  '共$2^{10}=1000$个',
  '$2^{10}=1000$右边',
  'We talk of $2^{10}=1000$',
  '约定$2^{10}=1000$',
])('hears a claim in other words: %s', (text) => {
  checkSentence(text, ['fails']);
});
