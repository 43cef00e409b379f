// Laws of matrices: no identity of linear algebra is ever called false, and bounds hold for spectra that are known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofFraction } from '../../src/evaluate/compute/bounds.js';
import { BoundedArithmetic } from '../../src/evaluate/compute/bounded.js';
import type { Fraction } from '../../src/evaluate/compute/fraction.js';
import { JetArithmetic, type Jet } from '../../src/evaluate/compute/jets.js';
import type { AlgorithmName, Bounded } from '../../src/evaluate/expression.js';
import { Refusal } from '../../src/evaluate/refusal.js';
import { expectWithin, runIn } from '../support/algorithms.js';
import { propertyRuns, testTimeout } from '../support/runs.js';
import { verdictsOf } from '../support/worksheets.js';

const raw = String.raw;
const runs = Math.ceil(propertyRuns / 10);

const IDENTITIES = [
  raw`AA^{-1} = I`,
  raw`\det(AB) = \det A\det B`,
  raw`\det A^{-1}\det A = 1`,
  raw`\operatorname{tr}(AB) = \operatorname{tr}(BA)`,
  raw`\sum_i\lambda_i(A^\top A) = \|A\|_F^2`,
  raw`\sum_i\sigma_i(A)^2 = \|A\|_F^2`,
  raw`\prod_i\sigma_i(A)^2 = \det(A)^2`,
  raw`\|A\|_2 \le \|A\|_F`,
  raw`\|A\|_F \le \|A\|_*`,
  raw`\|AB\|_2 \le \|A\|_2\|B\|_2`,
  raw`(A^\top A + I)^{1/2}(A^\top A + I)^{1/2} = A^\top A + I`,
  raw`\operatorname{tr}(A\otimes B) = \operatorname{tr} A\operatorname{tr} B`,
  raw`A\operatorname{pinv}(A)A = A`,
  raw`\nabla_A\det A = \det(A)(A^{-1})^\top`,
  raw`\nabla_A\|A\|_* = A(A^\top A)^{-1/2}`,
];

/** Entries as decimals, or times a root, so that nothing is exact. */
function matrixOf(size: number): fc.Arbitrary<string> {
  const entries = fc.array(fc.integer({ min: -30, max: 30 }), {
    minLength: size * size,
    maxLength: size * size,
  });
  return fc.tuple(entries, fc.constantFrom('', raw`\sqrt2\cdot`)).map(([values, factor]) => {
    const cells = values.map((each) => `${factor}(${(each / 10).toFixed(1)})`);
    const rows = Array.from({ length: size }, (_, row) =>
      cells.slice(row * size, (row + 1) * size).join('&'),
    );
    return raw`\begin{pmatrix}${rows.join(raw`\\`)}\end{pmatrix}`;
  });
}

describe('identities', () => {
  const pair = fc
    .integer({ min: 2, max: 4 })
    .chain((size) => fc.tuple(matrixOf(size), matrixOf(size)));

  it(
    'are never called false, and mostly true',
    () => {
      let holding = 0;
      fc.assert(
        fc.property(pair, fc.constantFrom(...IDENTITIES), ([first, second], identity) => {
          const [verdict] = verdictsOf(`A = ${first}\nB = ${second}\n${identity}`);
          expect(verdict).not.toBe('fails');
          if (verdict === 'holds') holding++;
        }),
        { numRuns: runs * 5 },
      );
      expect(holding).toBeGreaterThan(runs * 4);
    },
    testTimeout,
  );
});

/** Rows of integers over one denominator. */
interface Rational {
  readonly rows: readonly (readonly number[])[];
  readonly denominator: number;
}

/** I − 2vvᵀ/vᵀv, an orthogonal matrix. */
function reflection(vector: readonly number[]): Rational {
  const denominator = vector.reduce((sum, each) => sum + each * each, 0);
  const rows = vector.map((one, row) =>
    vector.map((other, column) => (row === column ? denominator : 0) - 2 * one * other),
  );
  return { rows, denominator };
}

const times = (left: Rational['rows'], right: Rational['rows']): number[][] =>
  left.map((row) =>
    (right[0] ?? []).map((_, column) =>
      row.reduce((sum, each, at) => sum + each * (right[at]?.[column] ?? 0), 0),
    ),
  );

const diagonal = (values: readonly number[]): number[][] =>
  values.map((each, row) => values.map((_, column) => (row === column ? each : 0)));

const fraction = (numerator: number, denominator: number): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

/** `null` where it is refused. */
function slopesOf(
  algorithm: AlgorithmName,
  matrix: readonly Fraction[],
  slopes: readonly number[],
): readonly Jet<Bounded>[] | null {
  const arithmetic = new JetArithmetic(new BoundedArithmetic());
  const entries = matrix.map((entry, at) => ({
    value: ofFraction(entry),
    slope: ofFraction(fraction(slopes[at] ?? 0, 1)),
  }));
  try {
    return runIn(arithmetic, algorithm, [entries]);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

describe('spectra that are known', () => {
  const made = fc.integer({ min: 2, max: 4 }).chain((size) =>
    fc.record({
      vector: fc
        .array(fc.integer({ min: -3, max: 3 }), { minLength: size, maxLength: size })
        .filter((vector) => vector.some((each) => each !== 0)),
      values: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }),
      slopes: fc.array(fc.integer({ min: -3, max: 3 }), {
        minLength: size * size,
        maxLength: size * size,
      }),
    }),
  );

  it(
    'have eigenvalues within their bounds, and slopes qᵀA′q',
    () => {
      fc.assert(
        fc.property(made, ({ vector, values, slopes }) => {
          const { rows, denominator } = reflection(vector);
          const sorted = [...values].sort((left, right) => right - left);
          const product = times(times(rows, diagonal(sorted)), rows);
          const entries = product.flat().map((each) => fraction(each, denominator ** 2));
          const found = slopesOf('eigenvalues', entries, slopes);
          expect(found).not.toBeNull();
          found?.forEach(({ value, slope }, at) => {
            expectWithin(value, fraction(sorted[at] ?? 0, 1), 1e-12);
            const column = rows.map((row) => [row[at] ?? 0]);
            const turned = [column.map(([each]) => each ?? 0)];
            const size = vector.length;
            const square = vector.map((_, row) => slopes.slice(row * size, (row + 1) * size));
            const [[expected = 0] = []] = times(times(turned, square), column);
            expectWithin(slope ?? undefined, fraction(expected, denominator ** 2), 1e-10);
          });
        }),
        { numRuns: runs * 5 },
      );
    },
    testTimeout,
  );

  it(
    'have roots within their bounds, whose slopes solve RS + SR = A′',
    () => {
      fc.assert(
        fc.property(made, ({ vector, values, slopes }) => {
          const { rows, denominator } = reflection(vector);
          const squares = values.map((each) => each ** 2);
          const turn = (inner: number[][]): number[][] => times(times(rows, inner), rows);
          // A′ = R S + S R with R = QΛQ and a symmetric S of integers, all over the same denominator.
          const size = vector.length;
          const symmetric = vector.map((_, row) =>
            vector.map(
              (__, column) => slopes[Math.min(row, column) * size + Math.max(row, column)] ?? 0,
            ),
          );
          const root = turn(diagonal(values));
          const changes = times(root, symmetric).map((row, at) =>
            row.map((each, column) => each + (times(symmetric, root)[at]?.[column] ?? 0)),
          );
          const over = denominator ** 2;
          const arithmetic = new JetArithmetic(new BoundedArithmetic());
          const entries = turn(diagonal(squares))
            .flat()
            .map((each, at) => ({
              value: ofFraction(fraction(each, over)),
              slope: ofFraction(fraction(changes.flat()[at] ?? 0, over)),
            }));
          const found = runIn(arithmetic, 'matrixRoot', [entries]);
          found.forEach(({ value, slope }, at) => {
            expectWithin(value, fraction(root.flat()[at] ?? 0, over), 1e-11);
            expectWithin(slope ?? undefined, fraction(symmetric.flat()[at] ?? 0, 1), 1e-10);
          });
        }),
        { numRuns: runs * 5 },
      );
    },
    testTimeout,
  );
});
