// Means of what jumps under a law: values by quadrature between the jumps, and where the jumps are not known.
import { describe, it } from 'vitest';
import { checkQuery } from '../support/worksheets.js';

const raw = String.raw;

describe('a mean of what jumps', () => {
  const given = [
    raw`X \sim \mathcal N(0,1)`,
    raw`Y \sim \mathcal N(1,4)`,
    raw`U \sim \mathcal U(0,2)`,
    raw`T \sim \operatorname{Exp}(2)`,
    raw`L \sim \operatorname{Laplace}(0,1)`,
    'a = 1\n',
  ].join('\n');

  /** By quadrature between the jumps with 20 digits (mpmath 1.3). */
  it.each([
    [raw`\mathbb E[\operatorname{sign}X]`, 0],
    [raw`\mathbb E[X^2\mathbf 1[X>1]]`, 0.4006259784506004],
    [raw`\mathbb E[X\mathbf 1[X>a]]`, 0.2419707245191433],
    [raw`\mathbb E[X^2\mathbf 1[|X|>1]]`, 0.8012519569012008],
    [raw`\mathbb E[X^2\mathbf 1[X^2>1]]`, 0.8012519569012008],
    [raw`\mathbb E[Y\mathbf 1[Y>0]]`, 1.395593114802612],
    [raw`\mathbb E[U^2\mathbf 1[U>1]]`, 7 / 6],
    [raw`\mathbb E[T\mathbf 1[T>1]]`, 0.203002924854919],
    [raw`\mathbb E[L^2\mathbf 1[L>1]]`, 0.9196986029286058],
    [raw`\mathbb E[\operatorname{sign}(Y)]`, 0.3829249225480262],
    [raw`\mathbb E[|X|\operatorname{sign}(X-1)]`, -0.3139431117645786],
    [raw`\mathbb E[X\mathbf 1[X>1]\mathbf 1[X<2]]`, 0.1879797580059552],
    [raw`\operatorname{Var}[X\mathbf 1[X>1]]`, 0.3420761469262812],
  ])('%s', (formula, expected) => {
    checkQuery(`${given}${formula}`, expected, 9);
  });
});
