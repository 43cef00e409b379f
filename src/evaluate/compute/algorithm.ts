// What an algorithm is: it works in any arithmetic, on numbers, arrays and functions that it may ask for values.
import type { Span } from '../../core/text/span.js';
import type { Arithmetic, Interpreted } from './arithmetic.js';
import type { Enclosure } from './enclosure.js';

export interface Algorithm {
  /** Whether its value may jump where what it is given changes a little. */
  readonly jumps: boolean;
  run<T>(call: AlgorithmCall<T>): Interpreted<T>;
  /** Where it can say of numbers that vary more than it would by `run`. */
  enclose?(call: AlgorithmCall<Enclosure>): Interpreted<Enclosure>;
}

/** A number or the entries of an array for each parameter. */
export type Asked<T> = (...given: readonly Interpreted<T>[]) => Interpreted<T>;

export interface AlgorithmCall<T> {
  readonly arithmetic: Arithmetic<T>;
  readonly operands: readonly Interpreted<T>[];
  readonly functions: readonly Asked<T>[];
  /**
   * The same functions in another arithmetic: `lift` makes a number of it that does not depend on
   * what the functions are asked for.
   */
  readonly within: <U>(arithmetic: Arithmetic<U>, lift: (number: T) => U) => readonly Asked<U>[];
  /** Refuses where the limit of steps is passed. */
  readonly count: (steps: number) => void;
  readonly span: Span;
}

export function numberIn<T>(value: Interpreted<T> | undefined): T {
  if (value === undefined || Array.isArray(value)) throw new Error('An algorithm takes a number');
  return value as T;
}

export function arrayIn<T>(value: Interpreted<T> | undefined): readonly T[] {
  if (!Array.isArray(value)) throw new Error('An algorithm takes an array');
  return value as readonly T[];
}
