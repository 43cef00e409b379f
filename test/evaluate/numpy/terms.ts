// Typed terms over fixed data, as trees that know nothing of how they are written.

export const scalarNames = ['a', 'b', 'c', 'gamma', 'lambda', 'k', 'm', 'n', 'x_0'] as const;
export const vectorNames = ['x', 'y', 'p', 'q', 'v'] as const;
export const matrixNames = ['A', 'B'] as const;
export const indexNames = ['i', 'j', 's'] as const;

export type ScalarName = (typeof scalarNames)[number];
export type VectorName = (typeof vectorNames)[number];
export type MatrixName = (typeof matrixNames)[number];
export type IndexName = (typeof indexNames)[number];

/** A whole number from 1 to the common length: a digit, a bound letter, the name k, or n + 1 − a letter. */
export type Place =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'letter'; readonly letter: IndexName }
  | { readonly kind: 'k' }
  | { readonly kind: 'mirrored'; readonly letter: IndexName };

export type FunctionName =
  | 'exp'
  | 'log'
  | 'log2'
  | 'sqrt'
  | 'cbrt'
  | 'sin'
  | 'cos'
  | 'tanh'
  | 'arctan'
  | 'sinh'
  | 'cosh'
  | 'logistic'
  | 'abs'
  | 'positivePart';

export type Scalar =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'scalar'; readonly name: ScalarName }
  | { readonly kind: 'index'; readonly letter: IndexName }
  | { readonly kind: 'entry'; readonly vector: VectorName; readonly at: Place }
  | { readonly kind: 'ordered'; readonly vector: VectorName; readonly at: Place }
  | {
      readonly kind: 'entry2';
      readonly matrix: MatrixName;
      readonly row: Place;
      readonly column: Place;
    }
  | { readonly kind: 'member'; readonly at: Place }
  | {
      readonly kind: 'add';
      readonly terms: readonly { readonly minus: boolean; readonly term: Scalar }[];
    }
  | { readonly kind: 'multiply'; readonly factors: readonly Scalar[] }
  | { readonly kind: 'divide'; readonly above: Scalar; readonly below: Scalar }
  | { readonly kind: 'power'; readonly base: Scalar; readonly exponent: Scalar }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly argument: Scalar }
  | {
      readonly kind: 'rounded';
      readonly name: 'floor' | 'ceiling' | 'sign';
      readonly argument: Scalar;
    }
  | { readonly kind: 'remainder'; readonly left: Scalar; readonly right: Scalar }
  | {
      readonly kind: 'extremum';
      readonly name: 'max' | 'min';
      readonly items: readonly Scalar[];
    }
  | {
      readonly kind: 'cases';
      readonly test: Test;
      readonly yes: Scalar;
      readonly no: Scalar;
    }
  | { readonly kind: 'indicator'; readonly test: Test }
  | {
      readonly kind: 'reduce';
      readonly operator: Reduction;
      readonly over: Range;
      readonly body: Scalar;
    }
  | { readonly kind: 'count'; readonly letter: IndexName; readonly test: Test }
  | {
      readonly kind: 'norm';
      readonly order: '1' | '2' | 'infinity' | '3' | 'squared';
      readonly body: Vector;
    }
  | { readonly kind: 'frobenius'; readonly body: Matrix }
  | { readonly kind: 'inner'; readonly left: Vector; readonly right: Vector }
  | {
      readonly kind: 'form';
      readonly left: Vector;
      readonly matrix: Matrix;
      readonly right: Vector;
    }
  | { readonly kind: 'statistic'; readonly name: 'mean' | 'variance'; readonly body: Vector }
  | { readonly kind: 'covariance'; readonly left: Vector; readonly right: Vector }
  | { readonly kind: 'bar'; readonly vector: VectorName }
  | { readonly kind: 'greatest'; readonly name: 'max' | 'min'; readonly body: Vector }
  | { readonly kind: 'softmaxEntry'; readonly body: Vector; readonly at: Place }
  | { readonly kind: 'divergence'; readonly from: 'p' | 'q'; readonly to: 'p' | 'q' }
  | { readonly kind: 'call'; readonly name: 'f'; readonly argument: Scalar }
  | { readonly kind: 'call2'; readonly name: 'g'; readonly first: Scalar; readonly second: Scalar }
  | { readonly kind: 'callVector'; readonly name: 'S'; readonly argument: Vector }
  /** A derivative or an integral with a closed form: see `closedForms.ts`. */
  | { readonly kind: 'closed'; readonly form: number };

export type Reduction = 'sum' | 'product' | 'max' | 'min' | 'argmax' | 'argmin' | 'mean';

export interface Range {
  readonly letter: IndexName;
  /** `bare` stands without ends: an array that it indexes gives them. */
  readonly kind: 'bare' | 'whole' | 'part' | 'other' | 'below' | 'subset' | 'filtered';
  /** The letter or place that it differs from, or is less than. */
  readonly other: Place | null;
}

export interface Test {
  readonly operator: '<' | '>' | 'ge' | 'le' | 'ne';
  readonly left: Scalar;
  readonly right: Scalar;
}

export type Vector =
  | { readonly kind: 'vector'; readonly name: VectorName }
  | { readonly kind: 'row' | 'column'; readonly matrix: MatrixName; readonly at: number }
  | {
      readonly kind: 'vadd';
      readonly minus: boolean;
      readonly left: Vector;
      readonly right: Vector;
    }
  | { readonly kind: 'hadamard'; readonly left: Vector; readonly right: Vector }
  | { readonly kind: 'scaled'; readonly by: Scalar; readonly body: Vector }
  | { readonly kind: 'shifted'; readonly by: Scalar; readonly body: Vector }
  | { readonly kind: 'over'; readonly body: Vector; readonly by: Scalar }
  | { readonly kind: 'applied'; readonly matrix: Matrix; readonly body: Vector }
  | { readonly kind: 'mapped'; readonly name: FunctionName; readonly body: Vector }
  | { readonly kind: 'softmax'; readonly body: Vector }
  | { readonly kind: 'listed'; readonly items: readonly Scalar[] }
  | { readonly kind: 'gradient'; readonly form: number };

export type Matrix =
  | { readonly kind: 'matrix'; readonly name: MatrixName }
  | { readonly kind: 'transposed'; readonly body: Matrix }
  | {
      readonly kind: 'madd';
      readonly minus: boolean;
      readonly left: Matrix;
      readonly right: Matrix;
    }
  | { readonly kind: 'product'; readonly left: Matrix; readonly right: Matrix }
  | { readonly kind: 'mhadamard'; readonly left: Matrix; readonly right: Matrix }
  | { readonly kind: 'mscaled'; readonly by: Scalar; readonly body: Matrix }
  | { readonly kind: 'outer'; readonly left: Vector; readonly right: Vector }
  | { readonly kind: 'plusIdentity'; readonly body: Matrix };

export type Term =
  | { readonly shape: 'scalar'; readonly term: Scalar }
  | { readonly shape: 'vector'; readonly term: Vector }
  | { readonly shape: 'matrix'; readonly term: Matrix };
