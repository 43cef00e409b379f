// Analyses of worksheets, and their rows by name.
import { expect } from 'vitest';
import type { AnalysisRow, EvaluatedAnalysis } from '../../src/evaluate/analyse/analysis.js';
import { evaluateSheet } from './worksheets.js';

/** Of the last line. */
export function analysisOf(lines: string): EvaluatedAnalysis {
  const results = evaluateSheet(lines);
  expect(results.flatMap(({ problems }) => problems)).toEqual([]);
  const analysis = results.at(-1)?.analysis ?? null;
  if (analysis === null) throw new Error('There is no analysis');
  return analysis;
}

export function rowOf({ rows }: EvaluatedAnalysis, name: string): AnalysisRow {
  const row = rows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`There is no row ${name}`);
  return row;
}
