// Determinants, exact where the entries are.
import { describe, expect, it } from 'vitest';
import { checkQuery, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

describe('determinants', () => {
  it('are those of square matrices', () => {
    const given = raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}` + '\n';
    checkQuery(given + raw`\det(A)`, -2);
    checkQuery(raw`\det(\begin{pmatrix}0&2&1\\1&0&0\\0&0&3\end{pmatrix})`, -6);
    const sheet = raw`B = \begin{pmatrix}1&2&3\\3&4&5\end{pmatrix}` + '\n' + raw`\det(B)`;
    const problems = evaluateSheet(sheet).flatMap((result) => result.problems);
    expect(problems.map(({ code }) => code)).toEqual(['shape.square-expected']);
  });

  it('of what is singular is 0 exactly', () => {
    const singular = raw`\det(\begin{pmatrix}0.1&0.2\\0.3&0.6\end{pmatrix}) = 0`;
    expect(verdictsOf(singular)).toEqual(['holds']);
  });
});
