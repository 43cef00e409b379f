// Exact powers: given up before their digits are worked out.
import { expect, it } from 'vitest';
import { raiseFraction, wholeFraction } from '../../src/evaluate/compute/fraction.js';

it('gives up powers that are certainly too long without working them out', () => {
  for (const base of [2, 9, 15, 17, -3]) {
    expect(
      raiseFraction(wholeFraction(base), { numerator: 10n ** 40n, denominator: 1n }),
    ).toBeNull();
  }
});

it('has powers of one at any height, and those that are short', () => {
  const high = { numerator: 10n ** 40n, denominator: 1n };
  expect(raiseFraction(wholeFraction(1), high)).toEqual(wholeFraction(1));
  expect(raiseFraction(wholeFraction(0), high)).toEqual(wholeFraction(0));
  expect(raiseFraction(wholeFraction(3), wholeFraction(20))).toEqual(wholeFraction(3 ** 20));
  expect(raiseFraction(wholeFraction(2), wholeFraction(1000))?.numerator).toBe(2n ** 1000n);
});
