// The list of algorithms.
import type { AlgorithmName } from '../expression.js';
import type { Algorithm } from './algorithm.js';
import { derivative } from './algorithms/derivative.js';
import { determinant } from './algorithms/determinant.js';
import { integral } from './algorithms/integral.js';
import { iteration } from './algorithms/iteration.js';
import { limit } from './algorithms/limit.js';
import { argmax, maximum, supremum } from './algorithms/search.js';
import { series } from './algorithms/series.js';
import { solution } from './algorithms/solution.js';

export const ALGORITHMS: Readonly<Record<AlgorithmName, Algorithm>> = {
  argmax,
  derivative,
  determinant,
  integral,
  iteration,
  limit,
  maximum,
  series,
  solution,
  supremum,
};
