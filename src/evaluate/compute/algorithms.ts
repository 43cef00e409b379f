// The list of algorithms.
import type { AlgorithmName } from '../expression.js';
import type { Algorithm } from './algorithm.js';
import { derivative } from './algorithms/derivative.js';
import { determinant } from './algorithms/determinant.js';
import { exponentialMean, normalMean, uniformMean } from './algorithms/expectation.js';
import { integral } from './algorithms/integral.js';
import { logSumExp } from './algorithms/logSumExp.js';
import { meanOfDraws } from './algorithms/meanOfDraws.js';
import { normalTail } from './algorithms/normalTail.js';

export const ALGORITHMS: Readonly<Record<AlgorithmName, Algorithm>> = {
  derivative,
  determinant,
  integral,
  normalMean,
  exponentialMean,
  uniformMean,
  normalTail,
  logSumExp,
  meanOfDraws,
};
