// Values, claims and checks: what literals leave open, when a relation holds, fails or stays unknown.
import { describe, expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../../src/evaluate/evaluatePost.js';
import type { EvaluationResult } from '../../../src/evaluate/result.js';
import { checkRules, type LanguageRule } from '../../support/languageRules.js';
import { evaluateSheet, evaluateText, postOf, verdictsOf } from '../../support/worksheets.js';

const raw = String.raw;
const { E, PI } = Math;

const values: readonly LanguageRule[] = [
  {
    rule: 'values are numbers, arrays and nested arrays, −∞ among them, and never NaN',
    given: raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
    holds: [
      ['2 + 3', 5],
      ['(1,2)', [1, 2]],
      [
        'A',
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [raw`\log 0`, -Infinity],
    ],
    refuses: [
      ['1/0', 'value.division-by-zero', '1/0'],
      ['0/0', 'value.division-by-zero', '0/0'],
      [raw`\log(-1)`, 'value.logarithm-of-negative', raw`\log(-1)`],
      [raw`\infty-\infty`, 'value.undefined', raw`\infty-\infty`],
      ['e^{1000}', 'value.overflow', 'e^{1000}'],
    ],
  },
  {
    rule: 'limits, integrals, solutions and places of extrema are as exact as they are shown',
    holds: [
      [raw`\lim_{t\to 0}\frac{\sin t}{t}`, 1],
      [raw`\int_0^1 t^2\,dt`, 1 / 3],
      [raw`\frac{dx}{dt} = -x,\ x(0) = 1` + '\nx(1)', 1 / E],
      [raw`\int_0^\pi\sin t\,dt = 2`, 'holds'],
      [raw`\operatorname{argmax}_{t\in[0,2]}t(1-t) = 0.5`, 'holds'],
    ],
    refuses: [
      [raw`\lim_{t\to 0}\frac{|t|}{t}`, 'approach.sides', raw`\lim_{t\to 0}\frac{|t|}{t}`],
      [raw`\int_0^1\frac{1}{t}\,dt`, 'integral.unsettled', raw`\int_0^1\frac{1}{t}\,dt`],
    ],
  },
];

const claims: readonly LanguageRule[] = [
  {
    rule: 'a literal with a point leaves half a unit of its last digit open',
    holds: [
      [raw`\log 2 = 0.693`, 'holds'],
      [raw`\log 2 = 0.694`, 'fails'],
      ['1/8 = 0.13', 'holds'],
      ['1/8 = 0.12', 'holds'],
      [raw`1/3 = 33.3\%`, 'holds'],
      [raw`1/3 = 33.4\%`, 'fails'],
      [raw`2^{20} = 1.05\times10^6`, 'holds'],
      [raw`[1/3,2/3] = [0.33,0.67]`, 'holds'],
      [raw`[1/3,2/3] = [0.33,0.66]`, 'fails'],
      // What leaves nothing open is compared as it stands.
      [raw`\pi < 3.14`, 'fails'],
      [raw`\pi \ge 3.142`, 'fails'],
    ],
  },
  {
    rule: 'whole numbers are exact under =, and their zeros at the end are free under ≈',
    holds: [
      ['2^{10} = 1024', 'holds'],
      ['2^{10} = 1000', 'fails'],
      [raw`2^{10} \approx 1000`, 'holds'],
      [raw`2^{24} \approx 17000000`, 'holds'],
      [raw`2^{24} \approx 16000000`, 'fails'],
      [raw`\log 20 = 3`, 'fails'],
      [raw`\log 20 \approx 3`, 'holds'],
      [raw`33\% = 1/3`, 'fails'],
      [raw`33\% \approx 1/3`, 'holds'],
    ],
  },
  {
    rule: '≈ between two computed sides is shown and not decided',
    holds: [
      [raw`e^3 \approx \frac{241}{12}`, 'unknown'],
      [raw`\sqrt2 \approx \frac75`, 'unknown'],
    ],
    says: [[raw`\sqrt2 \approx \frac75`, 'claim.approximate']],
  },
  {
    rule: '∝ tests that the ratio is the same everywhere',
    given: raw`x = [3,1,2]` + '\ny = [6,2,4]\nz = [0,0,0]\n' + raw`t > 0`,
    holds: [
      [raw`x \propto y`, 'holds'],
      [raw`x/7 \propto y`, 'holds'],
      [raw`x \propto [3,1,1]`, 'fails'],
      [raw`x \propto z`, 'unknown'],
      [raw`3t^2 \propto t^2`, 'holds'],
      [raw`3t^2 \propto t`, 'fails'],
    ],
    refuses: [[raw`2 \propto 4`, 'check.proportional', raw`\propto`]],
  },
  {
    rule: 'signs of growth are nothing to check unless a limit is stated',
    given: 'a = 6',
    holds: [[raw`\lim_{t\to 0}\frac{\sin t}{t} = 1`, 'holds']],
    refuses: [
      [raw`a \to 7`, 'claim.relation', raw`\to`],
      [raw`a \sim 6`, 'claim.relation', raw`\sim`],
      ['a = O(1)', 'call.unbound', 'O'],
      [raw`a \ll 10`, 'relation.unknown', raw`\ll`],
      [raw`a \lesssim 10`, 'relation.unknown', raw`\lesssim`],
    ],
  },
  {
    rule: 'rounding neither makes a claim false nor an order strict',
    holds: [
      ['0.1 + 0.2 = 0.3', 'holds'],
      ['0.1 + 0.2 > 0.3', 'fails'],
      [raw`\sqrt2\sqrt2 = 2`, 'holds'],
      [raw`\log 8 < 3\log 2`, 'unknown'],
      [raw`\log 8 \le 3\log 2`, 'holds'],
      ['2 < 2', 'fails'],
      [raw`2 \le 2`, 'holds'],
      [raw`e^{40}+1-e^{40} = 1`, 'unknown'],
      ['e^{-1000} > 0', 'unknown'],
    ],
    refuses: [['e^{1000} < e^{2000}', 'value.overflow', 'e^{1000}']],
  },
];

const checks: readonly LanguageRule[] = [
  {
    rule: 'a check holds where no sample disagrees',
    given: raw`x, y \in \mathbb{R}^n,\ t > 0,\ s \in \mathbb{R},\ p \in \Delta^{n-1}`,
    holds: [
      [raw`\|x+y\|_2 \le \|x\|_2 + \|y\|_2`, 'holds'],
      [raw`-\sum_i p_i\log p_i \le \log n`, 'holds'],
      [raw`\int_0^1 tu\,du = t/2`, 'holds'],
      [raw`\mathbb E_{u\sim\mathcal N(0,t)}[u^2] = t`, 'holds'],
      [raw`s^2 \ge 0`, 'holds'],
    ],
    says: [[raw`s^2 \ge 0`, 'check.samples']],
    refuses: [[raw`t + w > t`, 'check.undeclared', 'w']],
  },
  {
    rule: 'a check fails where both sides are certainly apart',
    given: raw`x \in \mathbb{R}^n,\ t > 0,\ s \in \mathbb{R},\ p \in \Delta^{n-1}`,
    holds: [
      [raw`\|x\|_1 \le \|x\|_2`, 'fails'],
      [raw`-\sum_i p_i\log p_i < \log n`, 'fails'],
      [raw`\int_0^1 tu\,du = t/3`, 'fails'],
      [raw`\mathbb E_{u\sim\mathcal N(0,t)}[u^2] = t^2`, 'fails'],
      [raw`s^2 > 0`, 'fails'],
      [raw`\sqrt{s^2} = s`, 'fails'],
      [raw`\log_2 t = \ln t`, 'fails'],
    ],
  },
  {
    rule: 'a check is unknown where one side has no value, or rounding hides it',
    given: raw`t > 0,\ s \in \mathbb{R}`,
    holds: [
      [raw`\sqrt s \ge 0`, 'unknown'],
      [raw`\log s^2 = 2\log s`, 'unknown'],
      [raw`\frac{d}{ds}|s| = \operatorname{sgn}(s)`, 'unknown'],
      [raw`\sqrt t\sqrt t < t`, 'unknown'],
      [raw`\log(-t) = \log(-t)`, 'unknown'],
      [raw`\sqrt{t^2+1} \approx t`, 'unknown'],
    ],
    says: [
      [raw`\sqrt s \ge 0`, 'check.only-right'],
      [raw`\log s^2 = 2\log s`, 'check.only-left'],
      [raw`\frac{d}{ds}|s| = \operatorname{sgn}(s)`, 'check.only-right'],
      [raw`\sqrt t\sqrt t < t`, 'check.rounding'],
      [raw`\log(-t) = \log(-t)`, 'check.no-points'],
      [raw`\sqrt{t^2+1} \approx t`, 'claim.approximate'],
    ],
  },
  {
    rule: 'a claim that fails as a natural logarithm and holds to another base is unknown',
    given: raw`k \in \{1,2,3\},\ t > 0`,
    holds: [
      [raw`\log 2^k = k`, 'unknown'],
      [raw`\ln 2^k = k`, 'fails'],
      [raw`\log 2^k = 2k`, 'fails'],
    ],
    says: [[raw`\log 2^k = k`, 'claim.base-two']],
  },
];

describe('values', () => checkRules(values));
describe('claims', () => checkRules(claims));
describe('checks', () => checkRules(checks));

function lastOf(lines: string): EvaluationResult {
  const result = evaluateSheet(lines).at(-1);
  if (result === undefined) throw new Error(`${lines} gives no result`);
  return result;
}

describe('what a verdict shows', () => {
  it('is how many samples, of which domain and by which seed, where it holds', () => {
    const { notes } = lastOf(raw`set seed 5` + '\n' + raw`t > 0` + '\n' + raw`t + 1 > 1`);
    expect(notes[0]).toMatchObject({
      code: 'check.samples',
      data: { domains: 't > 0', seed: '5' },
    });
    expect(Number(notes[0]?.data['points'])).toBeGreaterThanOrEqual(50);
  });

  it('is the smallest counterexample with both sides, and a line that fails on its own', () => {
    const domain = raw`x \in \mathbb{R}^n`;
    const relation = raw`\|x\|_1 \le \|x\|_2`;
    const { value, expected, counterexample } = lastOf(`${domain}\n${relation}`);
    expect([value, counterexample?.text]).toEqual([2, 'x = [1, 1]']);
    expect(expected).toBeCloseTo(Math.SQRT2, 12);
    expect(verdictsOf(`${domain}\n${counterexample?.text ?? ''}\n${relation}`)).toEqual(['fails']);
  });

  it('is the point where one side has no value', () => {
    const { counterexample } = lastOf(raw`s \in \mathbb{R}` + '\n' + raw`\sqrt s \ge 0`);
    expect(counterexample?.bindings[0]?.value).toBeLessThan(0);
  });

  it('is the one thing that is missing, where a symbol has no domain', () => {
    const { verdict, problems } = lastOf('t > 0\nt + w > t');
    expect(verdict).toBe('unknown');
    expect(problems).toMatchObject([{ code: 'check.undeclared', data: { name: 'w' } }]);
  });
});

describe('what decides a verdict', () => {
  const lines = raw`x \in \mathbb{R}^n` + '\n' + raw`\|x\|_2 \le 3`;

  it('is the seed, and never the clock or the way of computing', () => {
    const results = (['compiled', 'interpreted'] as const).map((mode) =>
      evaluateText(postOf(lines), { ...DEFAULT_EVALUATION_LIMITS, mode }),
    );
    expect(results[0]).toEqual(results[1]);
    expect(evaluateSheet(lines)).toEqual(results[0]);
  });

  it('is the domain that is nearest: a comment before a worksheet', () => {
    const text = (domain: string): string =>
      `\`\`\`eval\n${raw`t \in \mathbb{R}`}\n\`\`\`\n\n$$\\sqrt{t^2} = t$$ <!-- check${domain} -->\n`;
    const verdicts = (domain: string): readonly unknown[] =>
      evaluateText(text(domain)).map(({ verdict }) => verdict);
    expect(verdicts('')).toEqual(['fails']);
    expect(verdicts(': t > 0')).toEqual(['holds']);
  });

  it('is not wall time where steps run out', () => {
    const sum = raw`\sum_{i=1}^{10^9} i`;
    const { verdict, problems } = lastOf(`${sum} = 1`);
    expect([verdict, problems[0]?.code]).toEqual(['unknown', 'limit.steps']);
  });
});

it('knows π and e where nothing is bound to them', () => {
  expect([lastOf(raw`\pi`).value, lastOf('e').value]).toEqual([PI, E]);
});
