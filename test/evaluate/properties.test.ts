// Laws of evaluation: equal to plain loops for any data and names, compiled as interpreted, and never a throw.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedArithmetic } from '../../src/evaluate/compute/bounded.js';
import type { Bounded } from '../../src/evaluate/expression.js';
import { DEFAULT_LIMITS } from '../../src/evaluate/compute/limits.js';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { EVALUATION_MESSAGES } from '../../src/evaluate/messages.js';
import { evaluateFormula, prepareFormula, type Bindings } from '../../src/evaluate/formula.js';
import { randomFormula } from '../support/evaluatedFormulas.js';
import { propertyRuns } from '../support/runs.js';
import { evaluateText, postOf } from '../support/worksheets.js';

const raw = String.raw;
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** A formula of one vector (X stands for its name), and the plain loop it has to equal. */
interface Measure {
  readonly tex: string;
  /** What else is bound. */
  readonly given?: (n: number) => Bindings;
  /** It takes great numbers from one another, and rounds as they do. */
  readonly cancels?: true;
  readonly expected: (x: readonly number[], n: number) => number;
}

const absolutes = (x: readonly number[]): readonly number[] => x.map(Math.abs);
const powers = (x: readonly number[], p: number): number =>
  sum(absolutes(x).map((each) => each ** p)) ** (1 / p);
const shares = (x: readonly number[]): readonly number[] =>
  absolutes(x).map((each) => each / sum(absolutes(x)));

const measures: readonly Measure[] = [
  {
    tex: raw`\frac{\mathrm{mean}|X_i|}{\max|X_i|}`,
    expected: (x, n) => sum(absolutes(x)) / n / Math.max(...absolutes(x)),
  },
  {
    tex: raw`\frac{1}{\sqrt n}\frac{\|X\|_1}{\|X\|_2} + 0\sum_{i=1}^n X_i`,
    expected: (x, n) => sum(absolutes(x)) / Math.hypot(...x) / Math.sqrt(n),
  },
  {
    tex: raw`\left(\sum_{i=1}^n |X_i|^{3/2}\right)^{2/3}`,
    expected: (x) => sum(absolutes(x).map((each) => each ** 1.5)) ** (2 / 3),
  },
  {
    tex: raw`\frac{\mathbb{E}[|X|]}{\sqrt{\mathbb{E}[X^2]}}`,
    expected: (x, n) => sum(absolutes(x)) / n / Math.sqrt(sum(x.map((each) => each * each)) / n),
  },
  {
    tex: raw`1-2\sum_{i=1}^{n}\frac{X_{(i)}}{\|X\|_1}\left(\frac{n-i+1/2}{n}\right)`,
    expected: (x, n) => {
      const sorted = [...x].sort((left, right) => left - right);
      const norm = sum(absolutes(x));
      return 1 - 2 * sum(sorted.map((each, at) => (each / norm) * ((n - at - 0.5) / n)));
    },
  },
  {
    tex: raw`\operatorname{Var}[X] + \bar{X}^2`,
    cancels: true,
    expected: (x, n) => sum(x.map((each) => each * each)) / n,
  },
  {
    tex: raw`\sum_{i\ne j} X_i X_j`,
    cancels: true,
    expected: (x) => sum(x) ** 2 - sum(x.map((each) => each * each)),
  },
  {
    tex: raw`-\sum_i \frac{|X_i|}{\|X\|_1}\log\frac{|X_i|}{\|X\|_1}`,
    expected: (x) => {
      const norm = sum(absolutes(x));
      return -sum(
        absolutes(x).map((each) => (each === 0 ? 0 : (each / norm) * Math.log(each / norm))),
      );
    },
  },
  {
    tex: raw`\log\sum_i e^{X_i} - \log\sum_{j=1}^n e^{X_j - \max_k X_k} - \max X`,
    expected: () => 0,
  },
];

/** As fractions of their norms, and with what the writer binds beside the vector. */
const boundMeasures: readonly Measure[] = [
  {
    tex: raw`\frac{l_1/n}{l_p}`,
    given: (n) => ({ n, p: 3 }),
    expected: (x, n) => sum(absolutes(x)) / n / powers(x, 3),
  },
  {
    tex: raw`n^{1/p-1/q}\frac{l_q}{l_p}`,
    given: (n) => ({ n, p: 2, q: 0.5 }),
    expected: (x, n) => (n ** (1 / 2 - 1 / 0.5) * powers(x, 0.5)) / powers(x, 2),
  },
  {
    tex: raw`\frac{l_1}{\sqrt n\,l_2}`,
    given: (n) => ({ n }),
    expected: (x, n) => sum(absolutes(x)) / Math.sqrt(n) / powers(x, 2),
  },
  {
    tex: raw`\frac{1}{1-\alpha}\log\sum_{i=1}^n\left(\frac{|X_i|}{\|X\|_1}\right)^\alpha`,
    given: () => ({ '\\alpha': 2.5 }),
    expected: (x) => Math.log(sum(shares(x).map((each) => each ** 2.5))) / (1 - 2.5),
  },
  {
    tex: raw`-\log\max_i\frac{|X_i|}{\|X\|_1}`,
    expected: (x) => -Math.log(Math.max(...shares(x))),
  },
];

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x / 10));

/** Means of losses over the probabilities that a vector gives. */
const losses: readonly Measure[] = [
  {
    tex: raw`\frac1n\sum_{i=1}^n -\log\sigma(X_i/10)`,
    expected: (x, n) => sum(x.map((each) => -Math.log(sigmoid(each)))) / n,
  },
  {
    tex: raw`\frac1n\sum_{i=1}^n -\frac{\log[\gamma+(1-\gamma)\sigma(X_i/10)]}{1-\gamma}`,
    given: () => ({ '\\gamma': 0.3 }),
    expected: (x, n) => sum(x.map((each) => -Math.log(0.3 + 0.7 * sigmoid(each)) / (1 - 0.3))) / n,
  },
  {
    tex: raw`\frac1n\sum_{i=1}^n\max\left(b,\frac{\sigma(X_i/10)}{\gamma+(1-\gamma)\sigma(X_i/10)}\right)`,
    given: () => ({ '\\gamma': 0.3, b: 0.4 }),
    expected: (x, n) =>
      sum(x.map(sigmoid).map((each) => Math.max(0.4, each / (0.3 + 0.7 * each)))) / n,
  },
  {
    tex: raw`\sum_{i=1}^n\frac{-1}{\gamma+(1-\gamma)\sigma(X_i/10)}`,
    given: () => ({ '\\gamma': 0.3 }),
    expected: (x) => sum(x.map((each) => -1 / (0.3 + 0.7 * sigmoid(each)))),
  },
];

const allMeasures: readonly Measure[] = [...measures, ...boundMeasures, ...losses];

const names = [
  'x',
  'w',
  'z',
  raw`\boldsymbol{u}`,
  raw`\mathbf{x}`,
  raw`\hat y`,
  raw`\mathcal{S}`,
  raw`\theta`,
  'r',
];

const entry = fc
  .double({ min: -50, max: 50, noNaN: true })
  .map((value) => Math.round(value * 1e4) / 1e4);

const vector = fc
  .oneof(fc.constant(1), fc.constant(5), fc.integer({ min: 2, max: 12 }))
  .chain((length) => fc.array(entry, { minLength: length, maxLength: length }))
  .filter((x) => x.some((each) => each !== 0));

function checkMeasure(measure: Measure, name: string, x: readonly number[]): void {
  const tex = measure.tex.replaceAll('X', name);
  const { value, problems } = evaluateFormula(tex, {
    ...measure.given?.(x.length),
    [name]: x,
  });
  expect(problems, tex).toEqual([]);
  const expected = measure.expected(x, x.length);
  const scale = measure.cancels ? sum(x.map((each) => each * each)) : 0;
  expect(Math.abs((value as number) - expected), tex).toBeLessThan(
    1e-9 * Math.max(1, Math.abs(expected), scale),
  );
}

describe('measures', () => {
  it('equal plain loops on random vectors, whatever the vector is called', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allMeasures), fc.constantFrom(...names), vector, checkMeasure),
      { numRuns: propertyRuns },
    );
  });

  it('equal plain loops on vectors of 1, 5 and 1000 entries', () => {
    for (const measure of allMeasures) {
      for (const length of [1, 5, 1000]) {
        const x = Array.from({ length }, (_, at) => Math.sin(at * 12.9898 + 1) * 3);
        checkMeasure(measure, 'w', x);
      }
    }
  });
});

describe('compiled code', () => {
  it('gives the very numbers of the interpreter, or refuses as it does', () => {
    const bindings: Bindings = {
      x: [0.5, -2, 3.25, 0],
      y: [1, 4, -0.75, 2],
      A: [
        [1, -2, 0.5, 0],
        [3, 4, 0, 1],
        [-1, 0, 2, 5],
        [0.25, 1, 1, -3],
      ],
      a: 1.5,
      b: -2,
      k: 3,
    };
    fc.assert(
      fc.property(randomFormula, (tex) => {
        const compiled = evaluateFormula(tex, bindings, { mode: 'compiled' });
        const interpreted = evaluateFormula(tex, bindings, { mode: 'interpreted' });
        expect(compiled, tex).toEqual(interpreted);
        for (const number of [compiled.value].flat(3)) expect(number, tex).not.toBeNaN();
        expect(compiled.value === null, tex).toBe(compiled.problems.length > 0);
      }),
      { numRuns: propertyRuns * 5 },
    );
  });
});

describe('definitions', () => {
  it('mean the same in any order', () => {
    const lines = [
      'x = [1, -2, 4]',
      raw`p_i = \frac{|x_i|}{\|x\|_1}`,
      raw`H = -\sum_i p_i\log p_i`,
      'f(t) = t^2 + c',
      'c = f_0',
      'f_0 = 3',
      raw`S(w) = \frac{\|w\|_1}{\|w\|_2}`,
    ];
    const queries = ['H + f(2) + S(x) + S([1,1])'];
    const expected = evaluateText(postOf([...lines, ...queries].join('\n'))).map(
      ({ value }) => value,
    );
    expect(expected[0]).not.toBeNull();
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...lines, ...queries], { minLength: lines.length + 1 }),
        (shuffled) => {
          const values = evaluateText(postOf(shuffled.join('\n'))).map(({ value }) => value);
          expect(values).toEqual(expected);
        },
      ),
      { numRuns: Math.min(propertyRuns, 100) },
    );
  });
});

describe('any text', () => {
  const tokens = [
    ...'abcdefxyznpiks0123456789+-=<>()[]{}|_^,.;/*!%& \n'.split(''),
    ...String.raw`\frac \sum \prod \log \exp \max \min \sqrt \| \left( \right) \left| \right| \mathbb{E} \boldsymbol{x} \gamma \alpha \cdot \times \odot \le \in \mid \{ \} \begin{cases} \end{cases} \begin{pmatrix} \end{pmatrix} \\ \quad \text{if} \mathbf1 \#  \operatorname{mean} \top \infty \bmod \lfloor \rfloor \dots \langle \rangle \approx :=`.split(
      ' ',
    ),
    'x_i',
    '_{i=1}^n',
    '1{,}000',
    '中',
    '，',
    '{}',
  ];
  const text = fc
    .array(fc.constantFrom(...tokens), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('gives results without throwing, each with a value or a problem', () => {
    const limits = { ...DEFAULT_EVALUATION_LIMITS, steps: 20_000, totalSteps: 100_000 };
    fc.assert(
      fc.property(text, text, (first, second) => {
        const post = `${postOf(`x = [1,2,3]\np = [.5,.25,.25]\n${first}\n${second}`)}\n$${second}$<!--= ${first} -->\n`;
        for (const { value, problems, span } of evaluateText(post, limits)) {
          expect(value === null).toBe(problems.length > 0);
          for (const number of [value].flat(3)) expect(number).not.toBeNaN();
          for (const problem of problems) {
            expect(problem.code in EVALUATION_MESSAGES).toBe(true);
            expect(problem.span.start).toBeGreaterThanOrEqual(0);
            expect(problem.span.end).toBeGreaterThanOrEqual(problem.span.start);
            expect(problem.span.end).toBeLessThanOrEqual(post.length);
          }
          expect(span.end).toBeLessThanOrEqual(post.length);
        }
      }),
      { numRuns: propertyRuns * 2 },
    );
  });
});

describe('error bounds', () => {
  const whole: { readonly start: number; readonly end: number } = { start: 0, end: 0 };

  /** An exact fraction beside its bounded double. */
  interface Pair {
    readonly numerator: bigint;
    readonly denominator: bigint;
    readonly bounded: Bounded;
  }

  const arithmetic = new BoundedArithmetic();
  const leaf = fc
    .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]): Pair => ({
      numerator: BigInt(digits),
      denominator: 10n ** BigInt(decimals),
      bounded: arithmetic.of(digits / 10 ** decimals, whole),
    }));

  function combine(operator: string, left: Pair, right: Pair): Pair {
    const [a, b, c, d] = [left.numerator, left.denominator, right.numerator, right.denominator];
    switch (operator) {
      case '+':
        return {
          numerator: a * d + c * b,
          denominator: b * d,
          bounded: arithmetic.add(left.bounded, right.bounded, whole),
        };
      case '-':
        return {
          numerator: a * d - c * b,
          denominator: b * d,
          bounded: arithmetic.subtract(left.bounded, right.bounded, whole),
        };
      case '*':
        return {
          numerator: a * c,
          denominator: b * d,
          bounded: arithmetic.multiply(left.bounded, right.bounded, whole),
        };
      default:
        if (c === 0n || right.bounded.value === 0) return left;
        return {
          numerator: a * d,
          denominator: b * c,
          bounded: arithmetic.divide(left.bounded, right.bounded, whole),
        };
    }
  }

  it('hold the true value of rational calculations', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('+', '-', '*', '/'), leaf), { maxLength: 8 });
    fc.assert(
      fc.property(leaf, steps, (start, rest) => {
        const { numerator, denominator, bounded } = rest.reduce(
          (pair, [operator, other]) => combine(operator, pair, other),
          start,
        );
        const { value, error } = bounded;
        if (!Number.isFinite(error)) return;
        // |value − numerator/denominator| ≤ error, exactly.
        const exponent = 2n ** 200n;
        const scaled = (number: number): bigint => {
          const mantissa = BigInt(
            Math.trunc(
              (number * 2 ** 60) / 2 ** Math.max(0, Math.ceil(Math.log2(Math.abs(number) || 1))),
            ),
          );
          const shift = 60 - Math.max(0, Math.ceil(Math.log2(Math.abs(number) || 1)));
          return shift >= 0
            ? (mantissa * exponent) / 2n ** BigInt(shift)
            : mantissa * exponent * 2n ** BigInt(-shift);
        };
        const sign = denominator < 0n ? -1n : 1n;
        const exact = (numerator * sign * exponent) / (denominator * sign);
        const distance = scaled(value) - exact;
        const slack = exponent / 2n ** 58n;
        expect((distance < 0n ? -distance : distance) <= scaled(error) + slack).toBe(true);
      }),
      { numRuns: propertyRuns * 5 },
    );
  });
});

it('stops at its limits', () => {
  const prepared = prepareFormula(raw`\sum_{i=1}^{10^9} i`, {});
  expect(prepared.ok).toBe(true);
  if (!prepared.ok) return;
  const outcome = prepared.value.run({ ...DEFAULT_LIMITS, steps: 1000 });
  expect(outcome.ok ? null : outcome.refusal.code).toBe('limit.steps');
});
