// What is typed for a Chinese title: characters, initials and syllables, in any mixture.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matcherOf, type TypedMatch } from '../../../src/language/completion/pinyin.js';
import { propertyRuns } from '../../support/runs.js';

it.each([
  ['扩散模型', 'ksmx', 'start'],
  ['扩散模型', 'kuosanmoxing', 'start'],
  ['扩散模型', 'kuosm', 'start'],
  ['扩散模型', '扩smx', 'start'],
  ['扩散模型', 'mox', 'inside'],
  ['扩散模型', 'kmx', null],
  ['扩散模型', 'uosan', null],
  ['重参数', 'ccs', 'start'],
  ['重参数', 'zhongcan', 'start'],
  ['行列式', 'hls', 'start'],
  ['似然比率', 'lv', 'inside'],
  ['从vae到扩散', 'vaedks', 'inside'],
  ['transformer升级之路', 'sjzl', 'inside'],
  ['transformer升级之路', 'trans', 'start'],
])('of %s, %s is %s', (title, typed, match) => {
  expect(matchTyped(title, typed)).toBe(match);
});

function matchTyped(text: string, typed: string): TypedMatch | null {
  return matcherOf(typed)(text);
}

const characters = fc.constantFrom(...'扩散模型重行率的一a1');

it('finds every part of a text by itself', () => {
  fc.assert(
    fc.property(
      fc.array(characters, { minLength: 1, maxLength: 40 }),
      fc.nat(39),
      fc.nat(29),
      (all, from, length) => {
        const text = all.join('');
        const part = text.slice(from % text.length, (from % text.length) + 1 + length);
        expect(matchTyped(text, part)).toBe(text.startsWith(part) ? 'start' : 'inside');
      },
    ),
    { numRuns: propertyRuns },
  );
});

it('takes longer input for characters alone', () => {
  expect(matchTyped('扩散'.repeat(40), 'ks'.repeat(16))).toBe(null);
  expect(matchTyped('扩散'.repeat(40), '扩散'.repeat(16))).toBe('inside');
});
