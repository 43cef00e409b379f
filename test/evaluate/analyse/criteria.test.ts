// The six criteria of an analysis agree with a table that was made apart from it; counterexamples show what they say.
import { describe, expect, it } from 'vitest';
import { analysisOf, rowOf } from '../../support/analyses.js';
import { evaluateSheet } from '../../support/worksheets.js';
import { CRITERION_NAMES, TABLE, type TableRow } from './criteriaTable.js';

function expected({ table, differs = [] }: TableRow): readonly string[] {
  return CRITERION_NAMES.map((name, at) => {
    const other = differs.find(([criterion]) => criterion === name);
    return other?.[1] ?? (table[at] === 'y' ? 'holds' : 'fails');
  });
}

describe.each(TABLE)('$measure', (row) => {
  const analysis = analysisOf(`analyse ${row.measure}`);

  it('has the criteria of the table', () => {
    expect(analysis.direction).toBe(row.direction);
    expect(CRITERION_NAMES.map((name) => rowOf(analysis, name).verdict)).toEqual(expected(row));
  });

  it('fails at counterexamples that a worksheet confirms', () => {
    const pasted = analysis.rows.flatMap(({ paste }) => (paste === null ? [] : [paste]));
    // Of a function that cannot be called by a vector alone, they are bindings.
    const claims = pasted.filter((line) => !line.startsWith('x = '));
    const results = evaluateSheet(claims.join('\n'));
    expect(results).toHaveLength(claims.length);
    expect(results.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  });
});

it('finds the direction of measures of both kinds', () => {
  const directionOf = (formula: string): string | null =>
    analysisOf(`analyse ${formula}`).direction;
  expect(directionOf(String.raw`\frac{\|x\|_1}{\|x\|_2}`)).toBe('smaller');
  expect(directionOf(String.raw`\frac{\|x\|_2}{\|x\|_1}`)).toBe('larger');
  // Vectors of one sum have one value, or the scale decides: entries set to 0 tell.
  for (const [formula, direction] of [
    [String.raw`-\|x\|_1`, 'larger'],
    [String.raw`\sum_i\log(1+x_i^2)`, 'smaller'],
    [String.raw`\sum_i\log(1+2x_i^2)`, 'smaller'],
  ] as const) {
    expect(directionOf(formula)).toBe(direction);
    const { finding } = rowOf(analysisOf(`analyse ${formula}`), 'direction');
    expect(finding.code).toBe(`analyse.${direction}-by-dropping`);
  }
  expect(directionOf(String.raw`\sum_i\sin(x_i)`)).toBeNull();
  expect(directionOf(String.raw`0\sum_i x_i`)).toBeNull();
});

it('does not say of an equality within rounding that it fails', () => {
  // Mathematically 0 for all vectors; its criteria that say "changes nothing" hold, none of the others is met.
  const analysis = analysisOf(
    String.raw`analyse \|x\|_2^2-\sum_i x_i^2+\frac{\|x\|_1}{\sum_i|x_i|}`,
  );
  for (const name of ['scaling', 'cloning', 'sign', 'order', 'padding'])
    expect(rowOf(analysis, name).verdict).toBe('holds');
});

it('reads a measure of a matrix as one of the diagonal', () => {
  const analysis = analysisOf(String.raw`analyse \operatorname{StableRank}`);
  expect(rowOf(analysis, 'read-as').finding.code).toBe('analyse.as-spectrum');
  expect(rowOf(analysis, 'scaling').verdict).toBe('holds');
  expect(rowOf(analysis, 'uniform').finding.data).toEqual({ value: '8' });
});

it('shows no digit that rounding made', () => {
  const analysis = analysisOf(String.raw`S(x) = \|x\|_1/\|x\|_2+10^{15}-10^{15}` + '\nanalyse S');
  const half = analysis.rows.find(({ name }) => name === 'cloning');
  expect(half?.verdict).toBe('fails');
  expect(JSON.stringify(half?.finding)).toMatch(/1\.41421.*"2"/);
});
