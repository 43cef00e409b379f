// The typed expression: names are bound, shapes are known, what remains is arithmetic and loops.
import type { Span } from '../core/text/span.js';
import type { Fraction } from './compute/fraction.js';
import type { Numbers } from './data/dataFile.js';
import type { StoredData } from './storedData.js';

export type Shape = ScalarShape | VectorShape | MatrixShape;

export interface ScalarShape {
  readonly rank: 0;
}

export interface VectorShape {
  readonly rank: 1;
  readonly length: number;
}

export interface MatrixShape {
  readonly rank: 2;
  readonly rows: number;
  readonly columns: number;
}

export const SCALAR: ScalarShape = { rank: 0 };

/** A variable of a loop, a parameter or a value that is used more than once. Identity is the object. */
export interface Local {
  readonly id: number;
  readonly shape: Shape;
  /** A whole number in this range, where that is known. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

export type Expression =
  | ConstantExpression
  | InputExpression
  | LocalExpression
  | AddExpression
  | MultiplyExpression
  | DivideExpression
  | PowerExpression
  | UnaryExpression
  | RemainderExpression
  | ExtremumExpression
  | ConventionExpression
  | ChooseExpression
  | ReduceExpression
  | ElementExpression
  | CheckedIndexExpression
  | LetExpression
  | CallExpression
  | BuildExpression
  | ListExpression
  | SortedExpression
  | AlgorithmExpression;

/** A double, and how far from it the true number may be. */
export interface Bounded {
  readonly value: number;
  /** At most this far away; 0 only where the double is the number. */
  readonly error: number;
  /** The number itself, where it is known. */
  readonly exact: Fraction | null;
}

/** What a value was computed from, for whoever writes the calculation down again. */
export interface Origin {
  /** The key of the name that it is bound to. */
  readonly name: string;
  readonly from: Expression | StoredData;
}

export interface ConstantExpression {
  readonly kind: 'constant';
  readonly value: number;
  /**
   * The true number: the nearest double stands for it (whole numbers for themselves), or it is a
   * fraction, or what a definition came to, which is asked for only where a verdict rests on it.
   */
  readonly truth: 'nearest' | Fraction | (() => Bounded);
  /** Where a name stands for it. */
  readonly origin?: Origin;
  readonly span: Span;
}

/** Data that a name is bound to: a vector, or the rows of a matrix one after another. */
export interface InputExpression {
  readonly kind: 'input';
  readonly data: Numbers;
  /** As for constants, entry by entry. */
  readonly truth: 'nearest' | (() => readonly Bounded[]);
  readonly shape: VectorShape | MatrixShape;
  readonly origin?: Origin;
  readonly span: Span;
}

export interface LocalExpression {
  readonly kind: 'local';
  readonly local: Local;
  readonly span: Span;
}

export interface SignedTerm {
  readonly negative: boolean;
  readonly body: Expression;
}

export interface AddExpression {
  readonly kind: 'add';
  readonly terms: readonly SignedTerm[];
  readonly span: Span;
}

export interface MultiplyExpression {
  readonly kind: 'multiply';
  readonly factors: readonly Expression[];
  readonly span: Span;
}

export interface DivideExpression {
  readonly kind: 'divide';
  readonly numerator: Expression;
  readonly denominator: Expression;
  readonly span: Span;
}

export interface PowerExpression {
  readonly kind: 'power';
  readonly base: Expression;
  readonly exponent: Expression;
  readonly span: Span;
}

export type UnaryOperator =
  | 'negate'
  | 'abs'
  | 'square'
  | 'sqrt'
  | 'cbrt'
  | 'exp'
  | 'log'
  | 'log2'
  | 'log10'
  | 'log1p'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'arcsin'
  | 'arccos'
  | 'arctan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'logistic'
  | 'sign'
  | 'floor'
  | 'ceiling'
  | 'positivePart'
  /** The number itself, for derivatives a constant. */
  | 'stopGradient';

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly body: Expression;
  readonly span: Span;
}

export interface RemainderExpression {
  readonly kind: 'remainder';
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

export interface ExtremumExpression {
  readonly kind: 'extremum';
  readonly operator: 'max' | 'min';
  readonly items: readonly Expression[];
  readonly span: Span;
}

/** `p \log p` and `p \log(p/q)`: 0 where `zero` is 0, +∞ where only `divisor` is, else `otherwise`. */
export interface ConventionExpression {
  readonly kind: 'convention';
  readonly zero: Expression;
  readonly divisor: Expression | null;
  readonly otherwise: Expression;
  readonly span: Span;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: '=' | '\\ne' | '<' | '>' | '\\le' | '\\ge';
  readonly left: Expression;
  readonly right: Expression;
}

/** A finite set of numbers, ascending. */
export interface ElementSet {
  readonly values: Float64Array;
  readonly exact: readonly Fraction[];
}

export interface Membership {
  readonly kind: 'membership';
  readonly body: Expression;
  readonly elements: ElementSet;
  readonly negated: boolean;
}

export type Condition = Comparison | Membership;

/** The first branch whose conditions all hold; without one, a fault. */
export interface ChooseExpression {
  readonly kind: 'choose';
  readonly branches: readonly ChooseBranch[];
  readonly otherwise: Expression | null;
  /** What is said where no branch holds and there is no other value. */
  readonly fault?: 'value.factorial';
  readonly span: Span;
}

export interface ChooseBranch {
  readonly conditions: readonly Condition[];
  readonly value: Expression;
}

export type ReduceOperator = 'sum' | 'product' | 'max' | 'min' | 'argmax' | 'argmin' | 'count';

export interface ReduceExpression {
  readonly kind: 'reduce';
  readonly operator: ReduceOperator;
  readonly index: Local;
  readonly from: Expression;
  readonly to: Expression;
  readonly conditions: readonly Condition[];
  readonly body: Expression;
  readonly span: Span;
}

/** Indices count from 1 and are known to be in range. */
export interface ElementExpression {
  readonly kind: 'element';
  /** An input, a local or another array that is stored. */
  readonly array: Expression;
  readonly indices: readonly Expression[];
  readonly span: Span;
}

/** Its body, if it is a whole number from 1 to `length`, else a fault. */
export interface CheckedIndexExpression {
  readonly kind: 'checkedIndex';
  readonly body: Expression;
  readonly length: number;
  readonly span: Span;
}

/** Computed when it is first needed, or at once where that cannot fail. */
export interface LetExpression {
  readonly kind: 'let';
  readonly eager: boolean;
  readonly local: Local;
  readonly value: Expression;
  readonly body: Expression;
  readonly span: Span;
}

/** A function for arguments of certain shapes. */
export interface Instance {
  readonly id: number;
  /** The keys of the names that it and its parameters are written with. */
  readonly written: { readonly name: string; readonly parameters: readonly string[] };
  readonly parameters: readonly Local[];
  readonly body: Expression;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly instance: Instance;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** The array whose entries are `body` for all indices. */
export interface BuildExpression {
  readonly kind: 'build';
  readonly indices: readonly Local[];
  readonly shape: VectorShape | MatrixShape;
  readonly body: Expression;
  readonly span: Span;
}

/** An array entry by entry, the rows of a matrix one after another. */
export interface ListExpression {
  readonly kind: 'list';
  readonly items: readonly Expression[];
  readonly shape: VectorShape | MatrixShape;
  readonly span: Span;
}

/** The entries of a vector, ascending. */
export interface SortedExpression {
  readonly kind: 'sorted';
  readonly array: Expression;
  readonly span: Span;
}

/** What each computes is in a file of its own in `compute/algorithms`. */
export type AlgorithmName =
  | 'argmax'
  | 'derivative'
  | 'determinant'
  | 'normalMean'
  | 'exponentialMean'
  | 'uniformMean'
  | 'normalTail'
  | 'logSumExp'
  | 'meanOfDraws'
  | 'eigenvalues'
  | 'integral'
  | 'iteration'
  | 'limit'
  | 'matrixPower'
  | 'matrixRoot'
  | 'maximum'
  | 'pseudoInverse'
  | 'rank'
  | 'series'
  | 'singularValues'
  | 'solution'
  | 'supremum';

/** What no loop over entries says: a determinant, an integral, the solution of an equation. */
export interface AlgorithmExpression {
  readonly kind: 'algorithm';
  readonly algorithm: AlgorithmName;
  readonly operands: readonly Expression[];
  /** Functions of numbers and arrays, which it asks for values at places of its own. */
  readonly functions: readonly FunctionOperand[];
  readonly shape: Shape;
  readonly span: Span;
}

export interface FunctionOperand {
  readonly parameters: readonly Local[];
  readonly body: Expression;
}

export function shapeOf(expression: Expression): Shape {
  switch (expression.kind) {
    case 'input':
    case 'build':
    case 'list':
    case 'algorithm':
      return expression.shape;
    case 'local':
      return expression.local.shape;
    case 'sorted':
      return shapeOf(expression.array);
    case 'let':
      return shapeOf(expression.body);
    case 'call':
      return shapeOf(expression.instance.body);
    default:
      return SCALAR;
  }
}

export function sameShape(left: Shape, right: Shape): boolean {
  if (left.rank === 1 && right.rank === 1) return left.length === right.length;
  if (left.rank === 2 && right.rank === 2)
    return left.rows === right.rows && left.columns === right.columns;
  return left.rank === right.rank;
}

/** How many numbers an array of this shape holds. */
export function sizeOf(shape: Shape): number {
  if (shape.rank === 0) return 1;
  return shape.rank === 1 ? shape.length : shape.rows * shape.columns;
}

/** The length of each axis. */
export function axesOf(shape: Shape): readonly number[] {
  if (shape.rank === 0) return [];
  return shape.rank === 1 ? [shape.length] : [shape.rows, shape.columns];
}

/** In the same words for every language. */
export function describeShape(shape: Shape): string {
  if (shape.rank === 0) return 'ℝ';
  if (shape.rank === 1) return `ℝ^${shape.length}`;
  return `ℝ^{${shape.rows}×${shape.columns}}`;
}
