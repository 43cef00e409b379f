// `table` of a worksheet: its cells, its headings, and what is refused, with the cell.
import { describe, expect, it } from 'vitest';
import { DEFAULT_EVALUATION_LIMITS } from '../../src/evaluate/evaluatePost.js';
import { describeResult } from '../../src/evaluate/describe.js';
import { evaluationText } from '../../src/evaluate/messages.js';
import type { EvaluatedTable } from '../../src/evaluate/result.js';
import {
  checkQuery,
  checkRefused,
  evaluateSheet,
  evaluateText,
  postOf,
} from '../support/worksheets.js';

const raw = String.raw;

function tableOf(lines: string): EvaluatedTable {
  const results = evaluateSheet(lines);
  expect(results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([]);
  const { table } = results.at(-1) ?? {};
  if (!table) throw new Error('no table');
  return table;
}

describe('rows and columns', () => {
  it('may have the letter that a sum of a function or definition has', () => {
    const lines =
      raw`N(p) = \sum_i p_i^2` + '\n' + raw`x = [1,2]` + '\n' + raw`s = \sum_{i\in\{1,2\}} x_i`;
    checkQuery(`${lines}\n${raw`table N(x) + s + i,\ i \in 1..2`}`, [[9], [10]]);
    checkQuery(`${lines}\n${raw`f(k) = k \sum_{j=1}^{i} x_j`}\n${raw`table f(2),\ i \in 2..2`}`, [
      [6],
    ]);
  });

  it('are the elements of the first set and of the second', () => {
    const lines =
      raw`L(p,q) = p - q` + '\n' + raw`table L(p,q),\ p \in \{0.5,0.1\},\ q \in \{0,1\}`;
    checkQuery(lines, [
      [0.5, -0.5],
      [0.1, -0.9],
    ]);
    expect(tableOf(lines)).toEqual({
      corner: 'p',
      columns: ['q = 0', 'q = 1'],
      rows: [
        { heading: '0.5', cells: ['0.5', '-0.5'] },
        { heading: '0.1', cells: ['0.1', '-0.9'] },
      ],
    });
  });

  it('are expressions too, where there are several', () => {
    const lines = raw`table t^2, \sqrt t, t \in \{4,9\}.`;
    checkQuery(lines, [
      [16, 2],
      [81, 3],
    ]);
    expect(tableOf(lines).columns).toEqual(['t^2', raw`\sqrt t`]);
    const both = raw`table ts, t-s, t \in \{4,9\}, s \in \{0,1\}`;
    checkQuery(both, [
      [0, 4, 4, 3],
      [0, 9, 9, 8],
    ]);
    const columns = ['ts, s = 0', 'ts, s = 1', 't-s, s = 0', 't-s, s = 1'];
    expect(tableOf(both).columns).toEqual(columns);
  });

  it('run over vectors that are bound, which give sizes', () => {
    const data = 'a = [3,4]\nb = [0,0,2]\n' + raw`x \in \mathbb{R}^n` + '\n';
    const lines = data + raw`table \frac1n\sum_i x_i, n, \|x\|_2, x \in \{a, b, [1]\}`;
    checkQuery(lines, [
      [3.5, 2, 5],
      [2 / 3, 3, 2],
      [1, 1, 1],
    ]);
    expect(tableOf(lines).rows.map(({ heading }) => heading)).toEqual(['a', 'b', '[1]']);
  });

  it('run over ranges and sets with names', () => {
    checkQuery(raw`table i^2, i \in 2..4`, [[4], [9], [16]]);
    checkQuery('x = [5,7]\n' + raw`x \in \mathbb{R}^n` + '\n' + raw`table x_i, i \in 1..n`, [
      [5],
      [7],
    ]);
    checkQuery(raw`table i, i \in [3]`, [[1], [2], [3]]);
    checkQuery(raw`table i, i \in \{1,\dots,3\}`, [[1], [2], [3]]);
    checkQuery(raw`table i, i \in -1..1`, [[-1], [0], [1]]);
    const lines = raw`W = \{1/3,-7\}` + '\n' + raw`table 3w, w \in W`;
    checkQuery(lines, [[-21], [1]]);
    expect(tableOf(lines).rows.map(({ heading }) => heading)).toEqual(['-7', '0.333333']);
  });
});

describe('a cell', () => {
  it('is what its expression gives where the elements are bound', () => {
    checkQuery(
      raw`\gamma \in (0,9)` + '\nh = \\gamma^2\ng = h + 1\n' + raw`table g, \gamma \in \{2,3\}`,
      [[5], [10]],
    );
    // What rests on a constant takes the element too.
    checkQuery('c = e^2\n' + raw`table c, e \in \{1,3\}`, [[1], [9]]);
    checkQuery(raw`table \sum_{k=1}^m k, \mathbf 1_m, m \in 1..2`, [
      [1, [1]],
      [3, [1, 1]],
    ]);
    checkQuery(raw`table t, t \in \{y, 2y\}` + '\ny = 3', [[3], [6]]);
  });

  it('has as many digits as are certain', () => {
    const [first, second] = tableOf(raw`table \frac{1-\cos t}{t^2}, t \in \{1, 10^{-6}\}`).rows;
    expect(first?.cells).toEqual(['0.459698']);
    expect(second?.cells[0]?.length).toBeLessThan('0.459698'.length);
  });

  it('that cannot be computed refuses the table, and is named', () => {
    const lines = raw`table \frac{t}{s}, t \in \{1,2\}, s \in \{1,0\}`;
    checkRefused(lines, 'table.cell', raw`\frac{t}{s}`);
    const [problem] = evaluateSheet(lines)[0]?.problems ?? [];
    expect(evaluationText(problem?.code ?? '', problem?.data ?? {})).toBe(
      'This divides by zero; exclude that case (at t = 1, s = 0)',
    );
  });

  it('is not named where all are refused alike', () => {
    checkRefused(raw`table u + t, t \in \{1,2\}`, 'name.unbound', 'u');
    checkRefused(raw`table t, t \in \{1,u\}`, 'name.unbound', 'u');
  });
});

describe('what is refused', () => {
  it.each([
    ['what has no set', 'table 3', 'table.form', ' 3'],
    ['what has no expression', raw`table t \in \{1\}`, 'table.form', raw` t \in \{1\}`],
    ['nothing', 'table', 'table.form', ''],
    ['a relation', raw`table t, t > 0`, 'table.form', 't > 0'],
    ['three sets', raw`table t, t \in [1], s \in [1], r \in [1]`, 'table.form', 'r'],
    ['a set that is not finite', raw`table t, t \in [0,1]`, 'binder.infinite-set', '[0,1]'],
    ['all numbers', raw`table t, t \in \mathbb{R}`, 'binder.infinite-set', raw`\mathbb{R}`],
    ['a set that nothing binds', raw`table t, t \in S`, 'set.unbound', 'S'],
    ['a range without a known end', raw`table t, t \in 1..m`, 'name.unbound', 'm'],
    [
      'a range to what is not whole',
      raw`table t, t \in 1..\frac52`,
      'binder.not-whole',
      raw` 1..\frac52`,
    ],
    ['one letter for both', raw`table t, t \in [2], t \in [2]`, 'binder.captured', 't'],
    ['too many cells', raw`table t, t \in 1..10^9`, 'table.cells'],
    ['a comma between digits', raw`table 1,000 t, t \in [2]`, 'number.comma', '1,000'],
  ])('is %s', (_, line, code, place?: string) => {
    checkRefused(line, code, place);
  });

  it('is a letter that has a value', () => {
    checkRefused('a = 3\n' + raw`table a^2, a \in \{1,2\}`, 'binder.captured', 'a');
    checkRefused(
      'x = [1,2]\n' + raw`x \in \mathbb{R}^n` + '\n' + raw`table n, n \in \{1,2\}`,
      'binder.captured',
      'n',
    );
  });

  it('is more steps than one result may take', () => {
    const line = raw`table \sum_{i=1}^{m} i, m \in \{10^4, 10^5, 10^6\}`;
    const codes = (steps: number): readonly string[] =>
      evaluateText(postOf(`${line}\n1+1`), { ...DEFAULT_EVALUATION_LIMITS, steps }).flatMap(
        ({ problems }) => problems.map(({ code, data }) => `${code} ${data['cell'] ?? ''}`),
      );
    expect(codes(1_000_000)).toEqual(['table.cell m = 10^6']);
    expect(codes(DEFAULT_EVALUATION_LIMITS.steps)).toEqual([]);
  });
});

it('is a table only before a space, as the first word', () => {
  checkRefused('tables', 'name.unbound');
  checkQuery(raw`\text{table} = 3` + '\n' + raw`\text{table} + 1`, 4);
});

it('says in short how large it is', () => {
  const [result] = evaluateSheet(raw`table t, t^2, t \in 1..3`);
  if (!result) throw new Error('no result');
  expect(describeResult(result)).toMatchObject({ state: 'value', answer: '3 × 2' });
});

it('refuses an element outside of the domain of its name', () => {
  const lines = raw`p \in [0,1],\ q \in \Delta^{n-1},\ a < b
v = [0.5,0.7]
`;
  checkRefused(lines + raw`table p^2,\ p \in \{0.5,2\}`, 'domain.outside', '2');
  checkRefused(lines + raw`table q_1,\ q \in \{v\}`, 'domain.outside', 'v');
  checkQuery(lines + raw`table p^2,\ p \in \{0,1\}`, [[0], [1]]);
  checkQuery(lines + raw`table a,\ a \in \{1,2\}`, [[1], [2]]);
});
