// The list of algorithms.
import type { AlgorithmName } from '../expression.js';
import type { Algorithm } from './algorithm.js';
import { derivative } from './algorithms/derivative.js';
import { determinant } from './algorithms/determinant.js';
import { integral } from './algorithms/integral.js';

export const ALGORITHMS: Readonly<Record<AlgorithmName, Algorithm>> = {
  derivative,
  determinant,
  integral,
};
