// Matrices in worksheets: functions of them, powers, norms, products, sizes that fit, and the posts that need them.
import { describe, expect, it } from 'vitest';
import { checkQuery, checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;
const given = raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}
B = \begin{pmatrix}2&1\\1&2\end{pmatrix}
x = [1,2]
y = [3,5]
`;
const root = Math.sqrt(3);

function checkHolds(...claims: readonly string[]): void {
  for (const claim of claims) expect(verdictsOf(given + claim), claim).toEqual(['holds']);
}

describe('functions of matrices', () => {
  it('take what follows, with parentheses or without', () => {
    for (const tex of [raw`\det(A)`, raw`\det A`, raw`\det\begin{pmatrix}1&2\\3&4\end{pmatrix}`])
      checkQuery(given + tex, -2);
    checkQuery(raw`\begin{vmatrix}1&2\\3&4\end{vmatrix}`, -2);
    checkQuery(given + raw`\det A\det B`, -6);
    checkQuery(given + raw`\operatorname{tr} AB + 1`, 16);
    checkQuery(given + raw`\operatorname{tr}A^\top B`, 15);
    checkQuery(given + raw`\mathop{\text{rank}}(xx^\top)`, 1);
    checkRefused(given + raw`\det A/2`, 'ambiguous.argument');
    checkRefused(
      raw`\operatorname{tr}\begin{pmatrix}1&2\\3&4\end{pmatrix}^2`,
      'ambiguous.argument',
    );
  });

  it('are what the post defines, where it does', () => {
    checkQuery(given + raw`\operatorname{tr}(t) = 2t` + '\n' + raw`\operatorname{tr} 3`, 6);
    checkQuery(raw`\lambda_1(t) = t^2` + '\n' + raw`\lambda_1(3)`, 9);
    checkQuery(given + raw`\lambda = [5,7]` + '\n' + raw`\lambda_2(x_1)`, 7);
    checkRefused(given + raw`\operatorname{foo} A`, 'name.unbound');
  });

  it('are claimed about, not defined, where the matrix is bound', () => {
    for (const tex of [raw`\det A = 9`, raw`\lambda_1(A) = 9`, raw`\sigma_{\max}(A) = 9`])
      expect(verdictsOf(given + tex), tex).toEqual(['fails']);
    const indexed = raw`M_1 = \begin{pmatrix}1&2\\2&4\end{pmatrix}` + '\n';
    expect(verdictsOf(indexed + raw`\det M_1 = 1`)).toEqual(['fails']);
  });

  it('make diagonals, and take them', () => {
    checkQuery(given + raw`\operatorname{diag}(x)`, [
      [1, 0],
      [0, 2],
    ]);
    checkQuery(raw`\operatorname{tr}\operatorname{diag}(1,2,3)`, 6);
    checkQuery(given + raw`\operatorname{diag} A`, [1, 4]);
    checkQuery(raw`\operatorname{median}([3,1,10,2])`, 2.5);
  });

  it('refuse what is no matrix of the right shape', () => {
    checkRefused(given + raw`\det x`, 'shape.square-expected');
    checkRefused(given + raw`\operatorname{rank} x`, 'shape.matrix-expected');
    checkRefused(raw`\det\begin{pmatrix}1&2&3\\4&5&6\end{pmatrix}`, 'shape.square-expected');
  });
});

describe('ranks and determinants', () => {
  it('are exact where the entries are', () => {
    expect(verdictsOf(raw`\det\begin{pmatrix}0.1&0.2\\0.3&0.6\end{pmatrix} = 0`)).toEqual([
      'holds',
    ]);
    checkQuery(raw`\operatorname{rank}\begin{pmatrix}0.1&0.2\\0.3&0.6\end{pmatrix}`, 1);
    checkQuery(raw`\det\begin{pmatrix}0&2&1\\1&0&0\\0&0&3\end{pmatrix}`, -6);
    // 1/3, 1/7, … are no doubles, and the last row is the sum of the others.
    const rows = raw`\frac13&\frac17&\frac1{11}\\\frac1{13}&\frac15&\frac19\\\frac13+\frac1{13}&\frac17+\frac15&\frac1{11}+\frac19`;
    checkQuery(raw`\operatorname{rank}\begin{pmatrix}${rows}\end{pmatrix}`, 2);
    checkRefused(raw`\begin{pmatrix}${rows}\end{pmatrix}^{-1}`, 'matrix.singular');
  });

  it('stay exact for larger matrices, whose fractions grow', () => {
    const entry = (i: number, j: number): number =>
      i === 13 ? j + 14 : ((i * 7 + j * j * 3) % 11) / 10;
    const rows = Array.from({ length: 14 }, (_, i) =>
      Array.from({ length: 14 }, (__, j) => (i === 12 ? entry(0, j) + 1 : entry(i, j))),
    );
    const tex = rows.map((row) => row.map((each) => each.toFixed(1)).join('&')).join(raw`\\`);
    const [result] = evaluateSheet(raw`\operatorname{rank}\begin{pmatrix}${tex}\end{pmatrix}`);
    expect(result?.value).toBe(7);
  });

  it('are refused where rounding hides them', () => {
    checkRefused(given + raw`\operatorname{rank}(\sqrt2\sqrt2A - 2A)`, 'matrix.rank-unsure');
    checkRefused(given + raw`(\sqrt2\sqrt2A - 2A)^{-1}`, 'matrix.unsure');
    expect(verdictsOf(given + raw`\det(\sqrt2\sqrt2A - 2A) = 0`)).toEqual(['holds']);
  });
});

describe('powers', () => {
  it('are those of matrices', () => {
    checkQuery(given + 'A^3', [
      [37, 54],
      [81, 118],
    ]);
    checkQuery(given + 'A^{-1}', [
      [-2, 1],
      [1.5, -0.5],
    ]);
    checkHolds('A^{-2}A^2 = I', 'A^0 = I', raw`\sum_{k=0}^3 A^k = I + A + A^2 + A^3`);
    checkHolds(raw`(AB)^{-1} = B^{-1}A^{-1}`, raw`\det(AB) = \det A\det B`);
  });

  it('of 1/2 are roots of symmetric positive matrices', () => {
    const [one, other] = [(root + 1) / 2, (root - 1) / 2];
    checkQuery(given + 'B^{1/2}', [
      [one, other],
      [other, one],
    ]);
    checkHolds('B^{1/2}B^{1/2} = B', 'B^{-1/2}BB^{-1/2} = I', raw`(xx^\top)^{1/2} = xx^\top/\|x\|`);
    checkRefused(given + 'A^{1/2}', 'matrix.not-symmetric');
    checkRefused(given + '(-B)^{1/2}', 'matrix.not-positive');
    checkRefused(given + 'A^{0.3}', 'shape.power-of-matrix');
  });

  it('are not taken for those of the entries', () => {
    for (const tex of [raw`\sqrt A`, raw`\exp A`, 'e^A', raw`\log A`])
      checkRefused(given + tex, 'shape.function-of-matrix');
    checkRefused(given + 'A^+', 'shape.positive-part-of-matrix');
    checkQuery(given + raw`\operatorname{pinv}(xx^\top)`, [
      [0.04, 0.08],
      [0.08, 0.16],
    ]);
  });
});

describe('eigenvalues and singular values', () => {
  it('are numbered from the greatest', () => {
    checkQuery(given + raw`\lambda_1(B)`, 3);
    checkQuery(given + raw`\lambda_{\max}(B) + \lambda_{\min}(B)`, 4);
    checkQuery(given + raw`\operatorname{eig}(A)`, [
      (5 + Math.sqrt(33)) / 2,
      (5 - Math.sqrt(33)) / 2,
    ]);
    checkHolds(raw`\sum_i\lambda_i(A) = \operatorname{tr} A`, raw`\prod_i\lambda_i(A) = \det A`);
    checkHolds(raw`\sum_i\sigma_i(A)^2 = \|A\|_F^2`, raw`\sigma_1(A)\sigma_2(A) = 2`);
  });

  it('make the norms of matrices', () => {
    checkQuery(given + raw`\|A\|_*`, Math.sqrt(34));
    checkQuery(given + raw`\|A\|_1 + \|A\|_\infty`, 13);
    checkHolds(raw`\|A\|_2 = \sigma_{\max}(A)`, raw`\|A\|_2^2 = \lambda_{\max}(A^\top A)`);
  });

  it('that are equal, or of no symmetric matrix, are certain or refused', () => {
    checkQuery(raw`\operatorname{eig}\begin{pmatrix}1&1\\0&1\end{pmatrix}`, [1, 1]);
    checkQuery(raw`\operatorname{eig}\begin{pmatrix}2&1&1\\1&2&1\\1&1&2\end{pmatrix}`, [4, 1, 1]);
    checkRefused(
      raw`\operatorname{eig}\begin{pmatrix}3&1\\-1&1\end{pmatrix}`,
      'matrix.eigenvalues',
    );
    checkRefused(
      raw`\operatorname{eig}\begin{pmatrix}0&-1\\1&0\end{pmatrix}`,
      'matrix.eigenvalues',
    );
  });
});

describe('products and sizes', () => {
  it('of Kronecker and outer', () => {
    checkQuery(given + raw`x\otimes y`, [
      [3, 5],
      [6, 10],
    ]);
    checkHolds(raw`(A\otimes B)(B\otimes A) = (AB)\otimes(BA)`);
    checkRefused(given + raw`x\otimes A`, 'shape.kronecker');
  });

  it('fit what they stand beside', () => {
    checkHolds('A - I = A - I_2', raw`\mathbf 1^\top A\mathbf 1 = 10`, raw`x^\top Ix = 5`);
    checkHolds(raw`x - \bar x\mathbf 1 = [-0.5,0.5]`, raw`\langle\mathbf 1,x\rangle = 3`);
    checkHolds(raw`A - \frac12\mathbf 1\mathbf 1^\top = A - \frac12\mathbf 1_2\mathbf 1_2^\top`);
    checkRefused(given + '2I', 'shape.size-open', 'I');
    checkRefused(given + raw`\det(I) A`, 'shape.size-open', 'I');
    checkRefused(raw`\mathbf 1`, 'syntax.ones-without-length');
  });
});

describe('derivatives', () => {
  it('go through determinants, inverses, norms and roots', () => {
    checkHolds(raw`\nabla_A\det A = \det(A)(A^{-1})^\top`, raw`\nabla_A\|A\|_F^2 = 2A`);
    const matrix = raw`f(t) = \operatorname{tr}((A+tI)^{-1})`;
    checkHolds(`${matrix}\n${raw`f'(1) = -\operatorname{tr}((A+I)^{-2})`}`);
    checkHolds(`${matrix}\n${raw`f''(1) = 2\operatorname{tr}((A+I)^{-3})`}`);
    const half = raw`g(t) = \operatorname{tr}((B+tI)^{1/2})`;
    checkHolds(`${half}\n${raw`g'(1) = \frac12\operatorname{tr}((B+I)^{-1/2})`}`);
    checkHolds(raw`D(s) = \det\begin{pmatrix}s&5\\2s&3\end{pmatrix}` + "\nD'(0) = -7");
  });

  it('of eigenvalues exist where these are simple', () => {
    checkQuery(given + raw`\nabla_B\lambda_1(B)`, [
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    checkHolds(raw`h(t) = \|\operatorname{diag}(3,2) + tA\|_*` + "\nh'(0) = 5");
    const equal = raw`h(t) = \lambda_1(I_2 + tA)` + '\n';
    checkRefused(given + equal + "h'(0)", 'derivative.multiple-eigenvalue');
    const second = raw`h(t) = \lambda_1(B + tA)` + '\n';
    checkRefused(given + second + "h''(0)", 'derivative.second-of-eigenvalue');
  });
});

describe('the posts', () => {
  it('distance of Bures and Wasserstein', () => {
    const lines = raw`A = \begin{pmatrix}2&.5\\.5&1\end{pmatrix}
B = \begin{pmatrix}1&.2\\.2&2\end{pmatrix}
\operatorname{tr}(A + B - 2(A^{1/2}BA^{1/2})^{1/2})`;
    checkQuery(lines, 0.3771708774, 10);
  });

  it('rotations of RoPE', () => {
    const lines = raw`R_j = \begin{pmatrix}\cos j\theta&-\sin j\theta\\\sin j\theta&\cos j\theta\end{pmatrix}
\theta = 0.3
m = 2
n = 7
q = [1,2]
k = [3,4]
R_m^\top R_n = R_{n-m}
R_m^{-1} = R_m^\top
(R_mq)^\top R_nk = q^\top R_{n-m}k`;
    expect(verdictsOf(lines)).toEqual(['holds', 'holds', 'holds']);
  });

  it('effective ranks', () => {
    const lines = raw`M = \begin{pmatrix}3&1&0\\1&2&1\end{pmatrix}
\sigma = \operatorname{svd}(M)
\sum_i\frac{\sigma_i}{\sigma_1} = \frac{\|M\|_*}{\|M\|_2}
\sum_i\frac{\sigma_i^2}{\sigma_1^2} = \frac{\|M\|_F^2}{\|M\|_2^2}
\frac{\|M\|_*^2}{\|M\|_F^2} = \frac{(\sum_i\sigma_i)^2}{\sum_i\sigma_i^2}
\operatorname{rank}(M) = \max\{i\mid\sigma_i>0\}
\operatorname{tr}(M^\top M) = \sum_{i,j}M_{i,j}M_{i,j}`;
    expect(verdictsOf(lines)).toEqual(Array.from({ length: 5 }, () => 'holds'));
  });
});
