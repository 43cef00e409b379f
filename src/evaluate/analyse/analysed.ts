// What an analysis asks of a formula: its values for arguments of any shapes, and how a call of it is written.
import type { Expression, Shape } from '../expression.js';
import type { Probe } from './probe.js';

export interface Analysed {
  /** How many arguments it has. */
  readonly count: number;
  /** Refuses where it has no meaning for such arguments, or is no number. */
  readonly probe: (shapes: readonly Shape[], form?: ProbeForm) => Probe;
  /** As a statement that gives the value: `S([1, 0])`; `null` where it is no function that can be called. */
  readonly call: (values: readonly string[]) => string | null;
  /** The names of its arguments. */
  readonly variables: readonly string[];
  /** Numbers that stand in it: a parameter of a library formula may be one of them. */
  readonly numbers: readonly number[];
}

export interface ProbeForm {
  /** What the arguments are made of, where places give something else: two probabilities of one number. */
  readonly arrange?: (given: readonly Expression[]) => readonly Expression[];
  /** The derivative by the only place. */
  readonly derived?: boolean;
  /** Of a vector the sum of its entries with fixed weights: by it vectors are compared. */
  readonly weighted?: boolean;
}
