// Laws: what a random variable is drawn from. Their parameters are expressions, known or not.
import type { Expression } from '../expression.js';

export type Law = ScaledLaw | FiniteLaw | MixtureLaw | VectorLaw;

/** Laws of one number up to where they are and how wide. */
export type ScaledFamily = 'normal' | 'uniform' | 'laplace' | 'exponential' | 'cauchy';

export interface ScaledLaw {
  readonly kind: 'scaled';
  readonly family: ScaledFamily;
  /** Mean, lower end, or centre. */
  readonly location: Expression;
  readonly scale: Expression;
  /** The square of the scale: a normal law is given by it. */
  readonly square: Expression;
}

/** Values, numbers or the rows of a matrix, with a probability each. */
export interface FiniteLaw {
  readonly kind: 'finite';
  readonly support: Expression;
  readonly weights: Expression;
}

export interface MixtureLaw {
  readonly kind: 'mixture';
  readonly parts: readonly WeightedLaw[];
}

export interface WeightedLaw {
  /** `null` is 1. */
  readonly weight: Expression | null;
  readonly law: Law;
}

/** Laws of vectors, of which the first two moments are known. */
export interface VectorLaw {
  readonly kind: 'vector';
  readonly family: 'normal' | 'dirichlet';
  readonly length: number;
  readonly mean: Expression;
  readonly covariance: Expression;
  /** Of a Dirichlet law. */
  readonly concentration: Expression | null;
}
