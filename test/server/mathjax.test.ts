// Pictures by MathJax: an image that stands by itself, and a refusal of what is too long for one.
import { expect, it } from 'vitest';
import { typesetter } from '../../src/server/mathjax.js';

const row = Array.from({ length: 200 }, () => '1').join('&');
const preamble = [`\\newcommand{\\row}{${row}}`];
const matrixOf = (rows: number): string =>
  `\\begin{pmatrix}${Array.from({ length: rows }, () => '\\row').join('\\\\')}\\end{pmatrix}`;

function typeset(tex: string, display = true): ReturnType<ReturnType<typeof typesetter>> {
  return typesetter()({ tex, display, preamble, colour: '#123456' });
}

function widthOf(tex: string, display: boolean): string | undefined {
  const answer = typeset(tex, display);
  return 'svg' in answer ? /width="([\d.]+)"/.exec(answer.svg)?.[1] : answer.error;
}

it('makes an image that inherits nothing', () => {
  const answer = typeset('x^2');
  const svg = 'svg' in answer ? answer.svg : answer.error;
  expect(svg).toMatch(/^<svg .*width="[\d.]+".*#123456/s);
  expect(svg).not.toContain('currentColor');
});

it.each(['a=b=c+d', 'S(x)\\in[1/\\sqrt n, 1]', 'f: x\\to y, z'])(
  'draws the whole of %s, though a line may break in it',
  (tex) => {
    expect(widthOf(tex, false)).toBe(widthOf(tex, true));
  },
);

it('stops reading a matrix that macros make too large for a picture', () => {
  expect(typeset(matrixOf(10))).toHaveProperty('svg');
  expect(typeset(matrixOf(200))).toEqual({ error: 'This is too long for a picture.' });
});

it('counts each formula by itself', () => {
  const job = { tex: matrixOf(10), display: true, preamble, colour: '#123456' };
  const make = typesetter();
  for (let time = 0; time < 5; time++) expect(make(job)).toHaveProperty('svg');
});
