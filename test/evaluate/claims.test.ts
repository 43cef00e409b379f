// Claims: literals leave half a unit open, integers are exact, rounding never makes a claim false.
import { describe, expect, it } from 'vitest';
import { notesText } from '../../src/evaluate/messages.js';
import { checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

function checkVerdict(line: string, verdict: 'holds' | 'fails' | 'unknown', given = ''): void {
  expect(verdictsOf(given === '' ? line : `${given}\n${line}`), line).toEqual([verdict]);
}

describe('an entry by its rank, a row or a column on the left', () => {
  const given = 'x = [3,1,2]\n' + raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`;

  it('defines nothing, so that it is a claim', () => {
    checkVerdict(raw`x_{(1)} = \min_i x_i`, 'holds', given);
    checkVerdict(raw`x_{(1)} \le x_1`, 'holds', given);
    checkVerdict('x_{(2)} = 3', 'fails', given);
    checkVerdict('A_{:,1} = [1,3]', 'holds', given);
    checkVerdict(raw`x_{(1)} \le x_1`, 'holds', raw`x \in \mathbb{R}^n`);
  });

  it('is refused where a definition is meant', () => {
    checkRefused('x = [3,1]\nx_{(1)} := 2', 'definition.left-side', 'x_{(1)}');
  });
});

describe('literals', () => {
  it('with a decimal point leave half a unit of their last digit open', () => {
    checkVerdict(raw`\log 2 = 0.693`, 'holds');
    checkVerdict(raw`\log 2 = 0.694`, 'fails');
    checkVerdict(raw`2\pi = 6.28`, 'holds');
    checkVerdict(raw`2\pi = 6.29`, 'fails');
    checkVerdict('0.1 + 0.2 = 0.3', 'holds');
    checkVerdict('1/8 = 0.13', 'holds');
    checkVerdict('1/8 = 0.12', 'holds');
    checkVerdict('1/8 = 0.14', 'fails');
    checkVerdict('0.693 = 0.69', 'holds');
    checkVerdict(raw`-\log 2 = -0.693`, 'holds');
    checkVerdict(raw`2^{20} = 1.05\times10^6`, 'holds');
    checkVerdict(raw`2^{20} = 1.04\times10^6`, 'fails');
    checkVerdict(raw`1/3 = 33.3\%`, 'holds');
  });

  it('without one are exact', () => {
    checkVerdict('2^{10} = 1024', 'holds');
    checkVerdict('2^{10} = 1000', 'fails');
    checkVerdict(raw`\log 20 = 3`, 'fails');
    checkVerdict(raw`\sqrt 2\sqrt 2 = 2`, 'holds');
    checkVerdict(raw`2^{0.5}\cdot 2^{0.5} = 2`, 'holds');
  });

  it('have free trailing zeros under ≈', () => {
    checkVerdict(raw`2^{20} \approx 1000000`, 'holds');
    checkVerdict(raw`2^{24} \approx 16000000`, 'fails');
    checkVerdict(raw`2^{24} \approx 17000000`, 'holds');
    checkVerdict(raw`16.7 \approx 17`, 'holds');
    checkVerdict(raw`16.4 \approx 17`, 'fails');
    checkVerdict(raw`\pi \approx 3.1416`, 'holds');
  });
});

describe('two computed sides', () => {
  it('are equal within their rounding', () => {
    checkVerdict(raw`\log 8 = 3\log 2`, 'holds');
    checkVerdict(raw`\log 8 = 3\log 2 + 1/10^{9}`, 'fails');
    checkVerdict(raw`\sum_{i=1}^{100} i = 100\cdot 101/2`, 'holds');
    checkVerdict(raw`e^{\log 3} = 9/3`, 'holds');
    checkVerdict(raw`\sin^2 1 + \cos^2 1 = 2/2`, 'holds');
  });

  it('are unknown where rounding hides the difference', () => {
    checkVerdict(raw`e^{40} + 1 - e^{40} = 1`, 'unknown');
    checkVerdict(raw`e^{40} + 1 - e^{40} = 0`, 'unknown');
    checkVerdict(raw`\frac{1 - \cos 10^{-8}}{10^{-16}} = 1/2`, 'unknown');
    checkVerdict(raw`10^{15} + 1 - 10^{15} = 1`, 'holds');
    checkVerdict(raw`(10^8+1)^2 - (10^8)^2 - 2\cdot 10^8 = 1`, 'holds');
  });

  it('under ≈ are shown and not decided', () => {
    const [result] = evaluateSheet(raw`e^{3} \approx 20 + 1/12`);
    expect(result?.verdict).toBe('unknown');
    expect(result?.value).toBeCloseTo(20.0855, 4);
    expect(result?.expected).toBeCloseTo(20.0833, 4);
    expect(notesText(result?.notes ?? [])).toContain('≈');
  });

  it('may be infinite', () => {
    checkVerdict(raw`\log 0 = -\infty`, 'holds');
    checkVerdict(raw`\log 1 = -\infty`, 'fails');
  });
});

describe('order', () => {
  it('fails on equality only where equality is exact', () => {
    checkVerdict('1 < 2', 'holds');
    checkVerdict('2 < 2', 'fails');
    checkVerdict(raw`2 \le 2`, 'holds');
    checkVerdict(raw`3 \le 2`, 'fails');
    checkVerdict(raw`\log 8 < 3\log 2`, 'unknown');
    checkVerdict(raw`\log 8 \le 3\log 2`, 'holds');
    checkVerdict(raw`\log 8 \ge 3\log 2`, 'holds');
    checkVerdict(raw`\pi > 3.14`, 'holds');
    for (const small of ['e^{-1000}', raw`\sigma(-1000)`, '2^{-600}\\cdot 2^{-600}'])
      checkVerdict(`${small} > 0`, 'unknown');
    checkVerdict(raw`10^{-150}\cdot 10^{-150} > 0`, 'holds');
    checkVerdict(raw`\tanh(1000) < 1`, 'unknown');
    checkVerdict(raw`1 \ne 2`, 'holds');
    checkVerdict(raw`2 \ne 2`, 'fails');
  });

  it('holds entry by entry', () => {
    const given = 'x = [1,2]\ny = [2,3]';
    checkVerdict('x < y', 'holds', given);
    checkVerdict('x = [1,2]', 'holds', given);
    checkVerdict('y = [2,4]', 'fails', given);
    checkVerdict(raw`x \ne y`, 'holds', given);
    checkVerdict('x/3 = [0.33, 0.67]', 'holds', given);
    checkVerdict('x/3 = [0.33, 0.66]', 'fails', given);
    checkRefused(`${given}\nx = [1,2,3]`, 'claim.shapes-differ');
  });
});

describe('membership', () => {
  it('is that of an interval or a finite set', () => {
    checkVerdict(raw`1/2 \in [0,1]`, 'holds');
    checkVerdict(raw`3/2 \in [0,1]`, 'fails');
    checkVerdict(raw`2/2 \in [0,1)`, 'fails');
    checkVerdict(raw`1+1 \in \{1,2\}`, 'holds');
    checkVerdict(raw`1+2 \notin \{1,2\}`, 'holds');
    const range = raw`\frac{l_1}{\sqrt n\,l_2}\in\left[\frac1{\sqrt n},1\right]`;
    checkVerdict(range, 'holds', 'x = [3,4]\nn = 2');
    checkVerdict(range, 'holds', 'x = [3,3]\nn = 2');
    checkVerdict(range, 'holds', 'x = [3,0]\nn = 2');
    const [result] = evaluateSheet(`x = [3,4]\nn = 4\n${range}`);
    expect(result?.expected).toEqual([0.5, 1]);
  });
});

describe('chains', () => {
  it('give one result a relation', () => {
    const results = evaluateSheet(raw`1 + 1 = 2 < 3 \le 2`);
    expect(results.map(({ value, expected, verdict }) => [value, expected, verdict])).toEqual([
      [2, 2, 'holds'],
      [2, 3, 'holds'],
      [3, 2, 'fails'],
    ]);
  });

  it('share the size that one side gives', () => {
    const line = raw`\frac{1}{n}\sum_{i=1}^n x_i = \frac{x_1+x_2}{n} = 1.5`;
    expect(verdictsOf(`x = [1,2]\n${line}`)).toEqual(['holds', 'holds']);
  });
});

describe('logarithms of another base', () => {
  it('are pointed out instead of called wrong', () => {
    const [result] = evaluateSheet(raw`\log 8 = 3`);
    expect([result?.verdict, notesText(result?.notes ?? [])]).toEqual([
      'unknown',
      'log = ln; holds with log to base 2 (set log 2)',
    ]);
    expect(notesText(evaluateSheet(raw`\log 100 = 2`)[0]?.notes ?? [])).toContain('set log 10');
    checkVerdict(raw`\log 8 = 4`, 'fails');
    const entropy = 'p = [.5,.5]\n' + raw`H = -\sum_i p_i\log p_i`;
    checkVerdict('H = 1', 'unknown', entropy);
    checkVerdict('H = 1', 'holds', `${entropy}\nset log 2`);
  });
});

describe('what is no claim', () => {
  it('is refused', () => {
    checkRefused(raw`1 \propto 2`, 'check.proportional');
    checkRefused(raw`1 \to 2`, 'claim.relation');
    checkRefused('u = v = 3', 'name.unbound', 'v');
    checkRefused('2u = 3', 'name.unbound', 'u');
    checkRefused(raw`1 \ll 2`, 'relation.unknown', raw`\ll`);
  });
});
