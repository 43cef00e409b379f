// The six criteria of Hurley & Rickard 2009 (arXiv 0811.4706) in their order, and what else may leave a measure unchanged.
import type { Criterion } from '../criterion.js';
import { BABIES } from './babies.js';
import { BILL_GATES } from './billGates.js';
import { CLONING } from './cloning.js';
import { ORDER, PADDING, SIGN } from './invariances.js';
import { RISING_TIDE } from './risingTide.js';
import { ROBIN_HOOD } from './robinHood.js';
import { SCALING } from './scaling.js';

export const CRITERIA: readonly Criterion[] = [
  ROBIN_HOOD,
  SCALING,
  RISING_TIDE,
  CLONING,
  BILL_GATES,
  BABIES,
];

/** Scaling is one too. */
export const INVARIANCES: readonly Criterion[] = [SIGN, ORDER, PADDING];
