// How numbers behave while a formula is interpreted, and what an algorithm is: it works in any arithmetic.
import type { Span } from '../../core/text/span.js';
import type {
  Bounded,
  Comparison,
  ConstantExpression,
  ElementSet,
  InputExpression,
  UnaryOperator,
} from '../expression.js';
import { refuse } from '../refusal.js';
import type { Enclosure } from './enclosure.js';

/** What happened on the way, beside the value. */
export interface Trace {
  /** Where the first finite numbers gave an infinite one. */
  overflow: Span | null;
  zeroLogZero: boolean;
  tie: boolean;
  /** Where rounding first hid on which side of a jump or a condition a number lies. */
  unsure: Span | null;
  /** Whether numbers were taken for equal that rounding may have made so. */
  nearTie: boolean;
  /** Whether a limit was taken from the one side on which there are values. */
  oneSided: boolean;
  /** Whether a method looked at places between which it is not known what lies. */
  estimated: boolean;
}

export function freshTrace(): Trace {
  return {
    overflow: null,
    zeroLogZero: false,
    tie: false,
    unsure: null,
    nearTie: false,
    oneSided: false,
    estimated: false,
  };
}

/** Why the result of numbers is none. */
export function refuseUndefined(operation: string, span: Span): never {
  if (operation === '0 · ∞') refuse('value.zero-times-infinity', span);
  return refuse('value.undefined', span, { operation });
}

/** A number, or the entries of an array, the rows of a matrix one after another. */
export type Interpreted<T> = T | readonly T[];

export interface Known {
  readonly value: number;
  readonly error: number;
}

/** Operations refuse what has no value, with its place. */
export interface Arithmetic<T> {
  readonly trace: Trace;
  of(value: number, span: Span): T;
  constant(expression: ConstantExpression): T;
  entries(input: InputExpression): readonly T[];
  /** How often it takes derivatives of what it computes. */
  readonly order: number;
  valueOf(number: T): number;
  /** A double and how far the true number may be from it, where that is known. */
  known(number: T): Known;
  /** This very double. */
  exactly(value: number): T;
  /** A number that another method gives as well: what they differ by is not known. */
  reconciled(number: T, other: T): T;
  /** What is known of it as a double. */
  bounded(number: T): Bounded;
  /** What a method found, with bounds of its own; `from` are numbers that it rests on. */
  found(known: Bounded, from: readonly T[], span: Span): T;
  /** A number that has to be whole; the caller refuses what is not. */
  integer(number: T, span: Span): number;
  add(left: T, right: T, span: Span): T;
  subtract(left: T, right: T, span: Span): T;
  multiply(left: T, right: T, span: Span): T;
  divide(left: T, right: T, span: Span): T;
  power(base: T, exponent: T, span: Span): T;
  remainder(left: T, right: T, span: Span): T;
  unary(operator: UnaryOperator, value: T, span: Span): T;
  larger(left: T, right: T, span: Span): T;
  smaller(left: T, right: T, span: Span): T;
  compare(operator: Comparison['operator'], left: T, right: T, span: Span): boolean;
  /** Whether two candidates for an extremum are equal. */
  ties(left: T, right: T, span: Span): boolean;
  /** Whether it is 0; refused where it may only look so. */
  isZero(number: T, span: Span): boolean;
  /** What `p \log p` comes to where p is too small to tell from 0, else `null`. */
  vanished(number: T): T | null;
  member(elements: ElementSet, number: T, span: Span): boolean;
  /** An algorithm, where it has a way of its own for these numbers. */
  run?(algorithm: Algorithm, call: AlgorithmCall<T>): Interpreted<T>;
}

/** What works on numbers, arrays and functions that it may ask for values. */
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

export function compareNumbers(
  operator: Comparison['operator'],
  left: number,
  right: number,
): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '\\ne':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '\\le':
      return left <= right;
    case '\\ge':
      return left >= right;
  }
}

/** Far from 0, the logarithm of 1 + x is that of a number like others. */
export function isPlainLogarithm(operator: UnaryOperator, value: number): boolean {
  return operator === 'log1p' && value <= -0.5;
}

export function isLogarithm(operator: UnaryOperator): boolean {
  return operator === 'log' || operator === 'log2' || operator === 'log10';
}
