// A result of evaluation with nothing to say, for tests that speak of one part of it.
import type { EvaluationResult } from '../../src/evaluate/result.js';

export const plainResult: EvaluationResult = {
  file: 'post',
  kind: 'value',
  span: { start: 0, end: 0 },
  showAt: 0,
  source: '',
  value: null,
  expected: null,
  relation: null,
  verdict: null,
  notes: [],
  digits: 6,
  informative: false,
  counterexample: null,
  quiet: false,
  full: null,
  reading: [],
  stated: null,
  table: null,
  plot: null,
  analysis: null,
  slider: null,
  problems: [],
};
