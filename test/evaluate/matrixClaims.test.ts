// Claims of definiteness: exact where the entries are, by the least eigenvalue with its bounds elsewhere, and open where it may be 0.
import { describe, expect, it } from 'vitest';
import { checkRefused, evaluateSheet, verdictsOf } from '../support/worksheets.js';

const raw = String.raw;

/** Eigenvalues in closed form: of [[a,b],[b,c]] they are (a+c)/2 ± √(((a−c)/2)² + b²). */
const given = [
  raw`A = \begin{pmatrix}2&1\\1&3\end{pmatrix}`, // (5±√5)/2
  raw`B = \begin{pmatrix}1&2\\2&1\end{pmatrix}`, // 3, −1
  raw`C = \begin{pmatrix}1&1\\1&1\end{pmatrix}`, // 2, 0
  raw`D = \begin{pmatrix}1&2\\3&4\end{pmatrix}`,
  raw`R = \begin{pmatrix}\sqrt2&\sqrt2\\\sqrt2&\sqrt2\end{pmatrix}`, // 2√2, 0
  raw`S = \begin{pmatrix}\sqrt2&1\\1&\sqrt2\end{pmatrix}`, // √2±1
  raw`P = \begin{pmatrix}0&0&0\\0&1&1\\0&1&1\end{pmatrix}`, // 2, 0, 0
  raw`Z = \begin{pmatrix}0&1\\1&0\end{pmatrix}`, // 1, −1
  'x = [1,2]',
].join('\n');

function verdictOf(line: string): string | null | undefined {
  return verdictsOf(`${given}\n${line}`).at(-1);
}

describe('a matrix that has a value', () => {
  it('is positive definite where all its eigenvalues are above 0', () => {
    const holds = [
      raw`A \succ 0`,
      raw`S \succ 0`,
      raw`A \succ I`,
      raw`A \succ B`,
      raw`D^\top D \succ 0`,
      raw`A \in \mathbb S_{++}`,
      raw`A \in \mathbb S^2_{++}`,
    ];
    for (const line of holds) expect([line, verdictOf(line)]).toEqual([line, 'holds']);
    const fails = [
      raw`B \succ 0`,
      raw`C \succ 0`,
      raw`0 \succ A`,
      raw`S \succ I`,
      raw`Z \succ 0`,
      raw`C \in \mathbb S_{++}`,
    ];
    for (const line of fails) expect([line, verdictOf(line)]).toEqual([line, 'fails']);
  });

  it('is semidefinite where none is below 0, exactly so where its entries are known', () => {
    const holds = [
      raw`A \succeq 0`,
      raw`C \succeq 0`,
      raw`P \succeq 0`,
      raw`xx^\top \succeq 0`,
      raw`C \in \mathbb S_+`,
      raw`C \in \mathbb S^n_+`,
      raw`A \succeq A`,
    ];
    for (const line of holds) expect([line, verdictOf(line)]).toEqual([line, 'holds']);
    for (const line of [
      raw`B \succeq 0`,
      raw`Z \succeq 0`,
      raw`B \in \mathbb S_+`,
      raw`C \succeq A`,
    ])
      expect([line, verdictOf(line)]).toEqual([line, 'fails']);
  });

  it('is left open where rounding hides the sign of an eigenvalue', () => {
    for (const line of [raw`R \succeq 0`, raw`R \succ 0`])
      expect([line, verdictOf(line)]).toEqual([line, 'unknown']);
  });

  it('is symmetric or not', () => {
    expect(verdictOf(raw`A \in \mathbb S^n`)).toBe('holds');
    expect(verdictOf(raw`D \in \mathbb S^n`)).toBe('fails');
    checkRefused(`${given}\n${raw`D \succ 0`}`, 'matrix.asymmetric', raw`\succ`);
  });

  it('says its least eigenvalue', () => {
    const noteOf = (line: string): string | undefined =>
      evaluateSheet(`${given}\n${line}`).at(-1)?.notes[0]?.data['value'];
    expect(noteOf(raw`A \succ 0`)).toBe(((5 - Math.sqrt(5)) / 2).toFixed(5));
    expect(noteOf(raw`S \succ 0`)).toBe((Math.SQRT2 - 1).toFixed(6));
  });

  it('is told apart from vectors, numbers and other sizes', () => {
    checkRefused(`${given}\n${raw`x \succ 0`}`, 'shape.matrix-expected');
    checkRefused(`${given}\n${raw`A \succ 0.5`}`, 'claim.shapes-differ');
    checkRefused(`${given}\n${raw`A \succ P`}`, 'claim.shapes-differ');
    checkRefused(`${given}\n${raw`A \in \mathbb S^3_+`}`, 'domain.size');
  });
});

it('draws a matrix that has no value from the domain that such a line declares', () => {
  const lines = [raw`Q \in \mathbb R^{n\times n}`, raw`Q \in \mathbb S_{++}`, raw`\det Q > 0`];
  expect(verdictsOf(lines.join('\n'))).toEqual(['holds']);
});
