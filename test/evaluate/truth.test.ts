// Nothing that is shown is wrong: true claims are never called false, and no digit comes from rounding.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/evaluate/format.js';
import { asDecimal, exactFormula, plus, type Exact } from '../support/exactDecimals.js';
import { propertyRuns } from '../support/runs.js';
import { checkQuery, checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

function checkVerdict(lines: string, ...verdicts: readonly string[]): void {
  expect(verdictsOf(lines), lines).toEqual(verdicts);
}

/** The last line gives one value, and it is shown so. */
function checkShown(lines: string, shown: string): void {
  const result = evaluateSheet(lines).at(-1);
  expect(result?.problems).toEqual([]);
  expect(formatValue(result?.value ?? NaN, result?.digits), lines).toBe(shown);
}

describe('sums of decimals', () => {
  it('are decided as decimals, not as doubles', () => {
    checkVerdict('1.1 + 2.2 - 3.3 = 0', 'holds');
    checkVerdict('0.3 - 0.2 - 0.1 = 0', 'holds');
    checkVerdict('0.1+0.1+0.1+0.1+0.1+0.1+0.1+0.1+0.1+0.1 = 1', 'holds');
    checkVerdict('0.1 + 0.2 > 0.3', 'fails');
    checkVerdict('0.1 + 0.2 \\le 0.3', 'holds');
    checkVerdict('0.1 + 0.2 = 0.30000001', 'fails');
    checkVerdict(raw`0.1 + 0.2 \ne 0.3`, 'fails');
    checkVerdict(raw`\sum_{i=1}^{10} 10\% = 1`, 'holds');
  });

  it('stay exact through definitions', () => {
    checkVerdict(raw`a = \sum_{i=1}^{1000} 0.1` + '\na = 100', 'holds');
    checkVerdict('b = 0.1 + 0.2\nb - 0.3 = 0', 'holds');
    checkVerdict(raw`x = [0.1, 0.2, 0.3]` + '\nx_1 + x_2 - x_3 = 0', 'holds');
    checkVerdict(raw`p_i = x_i/10` + '\nx = [1, 2, 3]\np_1 + p_2 = p_3', 'holds');
  });

  it('keep their error through definitions where they are not exact', () => {
    checkVerdict(raw`a = \sum_{i=1}^{1000}\sqrt{0.01}` + '\na = 100', 'holds');
    checkVerdict(raw`b = \sqrt 2\sqrt 2` + '\nb > 2', 'unknown');
    checkVerdict(raw`b = \sqrt 2\sqrt 2` + '\nb^2 < 4', 'unknown');
  });
});

describe('large and small numbers', () => {
  it('are exact beyond what doubles hold', () => {
    checkVerdict('w = 10^{16}\nw + 1 - w = 1', 'holds');
    checkVerdict('w = 10^{16}\nw + 1 - w = 0', 'fails');
    checkVerdict('9007199254740993 = 9007199254740992', 'fails');
    checkVerdict('9007199254740993 > 9007199254740992', 'holds');
    checkVerdict('2^{53} + 1 = 9007199254740993', 'holds');
    checkShown('10^{16} + 1 - 10^{16}', '1');
  });

  it('are unknown where a double is 0 or infinite and they are not', () => {
    checkVerdict('e^{-1000} > 0', 'unknown');
    checkVerdict('2^{-2000} > 0', 'unknown');
    checkVerdict('e^{-1000} = 0', 'unknown');
    checkVerdict('2^{-600}\\cdot 2^{-600} = 0', 'unknown');
    checkVerdict('10^{-300} = 0', 'fails');
    checkVerdict(raw`\sigma(\log 10^{-200}) = 0`, 'fails');
    checkVerdict(raw`\sigma(-\sqrt{10^6}) = 0`, 'unknown');
    checkRefused('e^{1000} = e^{1001}', 'value.overflow');
  });
});

describe('differences that rounding hides', () => {
  it('are not called equal under ≠', () => {
    checkVerdict(raw`1 + e^{-50} \ne 1`, 'unknown');
    checkVerdict(raw`1 + 10^{-20} \ne 1`, 'holds');
  });

  it('are not shown as digits', () => {
    checkRefused(raw`\frac{1 - \cos 10^{-8}}{10^{-16}}`, 'value.uncertain');
    checkShown(raw`\sqrt 2\sqrt 2 - 2`, '0');
    checkShown(raw`\frac{1 - \cos 10^{-6}}{10^{-12}}`, '0.5');
  });
});

describe('jumps', () => {
  it('are taken on the side of the true number', () => {
    checkQuery(raw`\lfloor(0.1+0.7)\cdot10\rfloor`, 8);
    checkQuery(raw`\lceil(0.1+0.2)\cdot10\rceil`, 3);
    checkQuery(raw`\operatorname{sign}(0.1+0.2-0.3)`, 0);
    checkQuery(raw`\mathbf 1_{0.1+0.2\in\{0.3\}}`, 1);
    checkQuery(raw`(0.3-0.2-0.1) \bmod 1`, 0);
    checkQuery('k = (0.1+0.7)\\cdot 10\n\\lfloor k\\rfloor', 8);
    checkQuery(raw`\lfloor\log_2 8\rfloor + \lfloor\sqrt[3]{27}\rfloor`, 6);
    checkQuery(raw`\operatorname{argmax}_i x_i` + '\nx = [0.3, 0.1+0.2]', 1);
    checkVerdict(raw`\mathbf 1_{0.1+0.2\in\{0.3\}} = 1`, 'holds');
  });

  it('are refused where rounding hides the side', () => {
    checkRefused(raw`\lfloor\sqrt2\sqrt2\rfloor`, 'value.unsure');
    checkRefused(raw`\operatorname{sign}(\sqrt2\sqrt2-2)`, 'value.unsure');
    checkRefused(raw`\mathbf 1_{\sqrt2\sqrt2\ge2}`, 'value.unsure');
    checkRefused(
      raw`\begin{cases}1,&\sqrt2\sqrt2>2\\0,&\text{otherwise}\end{cases}`,
      'value.unsure',
    );
    checkVerdict(raw`\lfloor\sqrt2\sqrt2\rfloor = 2`, 'unknown');
    checkVerdict(raw`\operatorname{sign}(\sqrt2\sqrt2-2) = -1`, 'unknown');
  });

  it('compare a computed entry with itself as equal', () => {
    const vector = raw`z = [1, 3, 2]` + '\n' + raw`p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`;
    checkQuery(`${vector}\n` + raw`\#\{i : p_i = \max_j p_j\}`, 1);
    checkQuery(`${vector}\n` + raw`\operatorname{argmax}_i p_i`, 2);
  });
});

describe('membership', () => {
  it('of a range is of whole numbers', () => {
    checkQuery('x = 1.5\n\\mathbf 1_{x\\in[3]}', 0);
    checkQuery('x = 2\n\\mathbf 1_{x\\in[3]}', 1);
    checkQuery(raw`\mathbf 1_{2.5\in\{1,\dots,3\}}`, 0);
    checkQuery(raw`\mathbf 1_{2.5\in[1,3]}`, 1);
  });
});

describe('any formula of decimals', () => {
  const other: fc.Arbitrary<Exact> = fc
    .tuple(fc.constantFrom(1n, -1n), fc.integer({ min: 0, max: 30 }))
    .map(([above, decimals]) => ({ above, below: 10n ** BigInt(decimals) }));

  it('equals its exact value and no other', () => {
    fc.assert(
      fc.property(exactFormula, other, ({ lines, tex, value }, apart) => {
        const decimal = asDecimal(value);
        // Half a unit of its last digit is far below the difference.
        const wrong = asDecimal(plus(value, apart), 35);
        if (decimal === null || wrong === null) return;
        const claims = [
          `0 + ${tex} = ${decimal}`,
          `0 + ${tex} \\ge ${decimal}`,
          `0 + ${tex} \\le ${decimal}`,
          `0 + ${tex} \\ne ${decimal}`,
          `0 + ${tex} = ${wrong}`,
          `0 + ${tex} \\ne ${wrong}`,
        ];
        const sheet = [...lines, ...claims].join('\n');
        const found = evaluateSheet(sheet).map(({ verdict }) => verdict);
        expect(found.slice(0, 3), sheet).not.toContain('fails');
        expect(found[3], sheet).not.toBe('holds');
        expect(found[4], sheet).not.toBe('holds');
        expect(found[5], sheet).not.toBe('fails');
      }),
      { numRuns: propertyRuns },
    );
  });

  it('shows digits of its exact value only', () => {
    fc.assert(
      fc.property(exactFormula, ({ lines, tex, value }) => {
        const sheet = [...lines, tex].join('\n');
        const [result] = evaluateSheet(sheet);
        if (result === undefined || result.value === null) return;
        const shown = result.value as number;
        const digits = result.digits ?? 6;
        // |shown − value| is at most half a unit of the last digit shown, and of the double.
        const unit = shown === 0 ? -30 : Math.floor(Math.log10(Math.abs(shown))) + 1 - digits;
        const room = { above: 6n, below: 10n ** BigInt(Math.max(0, 1 - unit)) };
        const written = fractionOfDouble(Number(shown.toPrecision(digits)));
        const apart = plus(written, { above: -value.above, below: value.below });
        const distance = apart.above < 0n ? -apart.above : apart.above;
        const scale = 10n ** BigInt(Math.max(0, unit - 1));
        expect(distance * room.below <= room.above * scale * apart.below, sheet).toBe(true);
      }),
      { numRuns: propertyRuns },
    );
  });
});

function fractionOfDouble(value: number): Exact {
  let [scaled, below] = [value, 1n];
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    below *= 2n;
  }
  return { above: BigInt(scaled), below };
}
