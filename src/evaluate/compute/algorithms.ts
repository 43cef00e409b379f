// The list of algorithms.
import type { AlgorithmName } from '../expression.js';
import type { Algorithm } from './arithmetic.js';
import { derivative } from './algorithms/derivative.js';
import { determinant } from './algorithms/determinant.js';
import { exponentialMean, normalMean, uniformMean } from './algorithms/expectation.js';
import { logSumExp } from './algorithms/logSumExp.js';
import { meanOfDraws } from './algorithms/meanOfDraws.js';
import { normalTail } from './algorithms/normalTail.js';
import { eigenvalues } from './algorithms/eigenvalues.js';
import { integral } from './algorithms/integral.js';
import { iteration } from './algorithms/iteration.js';
import { limit } from './algorithms/limit.js';
import { argmax, maximum, supremum } from './algorithms/search.js';
import { series } from './algorithms/series.js';
import { solution } from './algorithms/solution.js';
import { matrixPower } from './algorithms/inverse.js';
import { matrixRoot } from './algorithms/matrixRoot.js';
import { pseudoInverse, rank } from './algorithms/rank.js';
import { singularValues } from './algorithms/singularValues.js';

export const ALGORITHMS: Readonly<Record<AlgorithmName, Algorithm>> = {
  argmax,
  derivative,
  determinant,
  eigenvalues,
  integral,
  iteration,
  limit,
  maximum,
  series,
  solution,
  supremum,
  normalMean,
  exponentialMean,
  uniformMean,
  normalTail,
  logSumExp,
  meanOfDraws,
  matrixPower,
  matrixRoot,
  pseudoInverse,
  rank,
  singularValues,
};
