// What a formula is copied as prints the value that it has here: Python was asked (scripts/pythonAnswers.mjs).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/evaluate/result.js';
import { casesIn, CONVENTIONS } from './cases.js';
import { digestOf, programFor, type Program } from './programs.js';

const raw = String.raw;
const folder = fileURLToPath(new URL('.', import.meta.url));

const data = path.join(folder, '../data/files');

type Printed = number | string | readonly Printed[];

const printed = new Map(
  readFileSync(`${folder}/answers.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly [digest: string, value: Printed]),
);

/** What rounding may do to other orders of the same steps: relative, and near 0. */
const ROUNDING = 1e-9;
const NEAR_ZERO = 1e-12;

function agree(ours: Value, theirs: Printed | undefined): boolean {
  if (Array.isArray(ours))
    return (
      Array.isArray(theirs) &&
      ours.length === theirs.length &&
      ours.every((entry: Value, at) => agree(entry, theirs[at] as Printed))
    );
  const number = theirs === 'inf' ? Infinity : theirs === '-inf' ? -Infinity : theirs;
  if (typeof number !== 'number' || typeof ours !== 'number') return false;
  return ours === number || Math.abs(ours - number) <= ROUNDING * Math.abs(number) + NEAR_ZERO;
}

describe('programs', () => {
  const all = casesIn(folder).map((lines) => programFor(lines, data));
  const written = all.filter((each): each is Program & { text: string } => each.text !== null);

  it('are those that Python was asked about', () => {
    const unasked = written.filter(({ text }) => !printed.has(digestOf(text)));
    expect(unasked.map(({ lines }) => lines)).toEqual([]);
    expect(printed.size).toBeGreaterThanOrEqual(2000);
  });

  it('print the value of their formula', () => {
    const wrong = written.filter(
      ({ text, value }) => value === null || !agree(value, printed.get(digestOf(text))),
    );
    expect(wrong.map(({ text, value }) => [text, value, printed.get(digestOf(text))])).toEqual([]);
  });

  it('are written but for what NumPy has not', () => {
    const codes = new Map<string, number>();
    for (const { value, refused } of all)
      if (value !== null && refused !== '') codes.set(refused, (codes.get(refused) ?? 0) + 1);
    expect([...codes.keys()].sort()).toEqual([
      'python.derivative',
      'python.integral',
      'python.rounding',
    ]);
    expect([...codes.values()].reduce((sum, count) => sum + count)).toBeLessThan(all.length / 50);
  });

  it('are written for each convention', () => {
    const refused = CONVENTIONS.map((lines) => programFor(lines, data)).filter(
      ({ text }) => text === null,
    );
    expect(refused.map(({ lines, refused: code }) => [lines, code])).toEqual([]);
  });
});

describe('a program', () => {
  function program(...lines: readonly string[]): string {
    const { text, refused } = programFor(lines.join('\n'), data);
    return text ?? refused;
  }

  it('has the definitions that a formula rests on, once and in order', () => {
    const lines = [
      raw`b = \gamma + 1`,
      raw`\gamma = 0.5`,
      'unused = 3',
      'x = [3,4]',
      raw`S(x) = \frac{\|x\|_1}{\|x\|_2}`,
    ];
    expect(program(...lines, raw`S(x)b + \gamma`)).toBe(
      `import numpy as np


def S(x):
    return np.sum(np.abs(x)) / np.sqrt(np.sum(x ** 2))


x = np.array([3, 4], dtype=float)
gamma = 0.5
b = gamma + 1
print(S(x) * b + gamma)
`,
    );
  });

  it('names what Python or another definition has named already anew', () => {
    expect(program(raw`\lambda = 2`, raw`\lambda^2`)).toContain('lambda_ = 2\nprint(lambda_ ** 2)');
    const two = program(raw`\mathcal{S} = 2`, 'S = 5', raw`\mathcal{S}S`);
    expect(two).toContain('S = 2\nS_2 = 5\nprint(S * S_2)');
    expect(program('i = 4', 'x = [1,2]', raw`\sum_{j<k} i x_jx_k`)).toContain(
      'for j in range(1, 3)',
    );
  });

  it('reads data from where the post stands', () => {
    const file = raw`w = \operatorname{file}(deflated.npz, layer1)`;
    expect(program(file, 'w')).toBe(
      'import numpy as np\n\nw = np.load("deflated.npz")["layer1"].astype(float)\nprint(w.tolist())\n',
    );
  });

  it('says what NumPy has not', () => {
    const refused: readonly (readonly [code: string, ...lines: readonly string[]])[] = [
      ['python.integral', raw`\int_0^1 e^{-t^2} dt`],
      ['python.mean', raw`X \sim \mathcal N(0,1)`, raw`\mathbb E[\sigma(X)]`],
      ['python.search', raw`\max_{t \in [0,1]} t(1-t)`],
      ['python.limit', raw`\lim_{t\to 0}\frac{\sin t}{t}`],
      ['python.solution', raw`\frac{dx}{dt} = -x,\ x(0) = 1`, 'x(1)'],
      ['python.derivative', 'c = 2', raw`\frac{d^2}{dc^2}c^3`],
      ['python.rounding', raw`0.3 - 0.1 - 0.2`],
    ];
    for (const [code, ...lines] of refused)
      expect([lines, program(...lines)]).toEqual([lines, code]);
  });
});
