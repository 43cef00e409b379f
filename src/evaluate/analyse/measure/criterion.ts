// A criterion: what a vector and one that is made from it claim of a measure.
import type { Judge, Judgement } from './measure.js';
import type { Vector } from './vectors.js';

export type CriterionName =
  | 'robin-hood'
  | 'scaling'
  | 'rising-tide'
  | 'cloning'
  | 'bill-gates'
  | 'babies'
  | 'sign'
  | 'order'
  | 'padding';

export interface Criterion {
  readonly name: CriterionName;
  /** What it claims of one vector, judged case by case. */
  readonly judge: (vector: Vector, judge: Judge) => Iterable<Judgement>;
}
