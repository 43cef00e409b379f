// What is computed from values at chosen places: a peak or a turn between them, or behind the last, is not seen.
import { somePart } from '../children.js';
import type { AlgorithmName, Expression } from '../expression.js';

const FROM_PLACES: ReadonlySet<AlgorithmName> = new Set([
  'integral',
  'normalMean',
  'exponentialMean',
  'uniformMean',
  'limit',
  'series',
  'argmax',
  'maximum',
  'supremum',
]);

export function restsOnPlaces(expression: Expression): boolean {
  return somePart(
    expression,
    (part) => part.kind === 'algorithm' && FROM_PLACES.has(part.algorithm),
  );
}

/** So many disagreements, and this part of all points, tell that a relation is false and not its computation. */
const LEAST = 3;
const LEAST_SHARE = { equality: 0.25, order: 0.1 } as const;

/** Whether points at which such a relation seems to fail are more than those that a method may have missed. */
export function isEstablished(disagree: number, agree: number, isOrder: boolean): boolean {
  const share = isOrder ? LEAST_SHARE.order : LEAST_SHARE.equality;
  return disagree >= LEAST && disagree >= share * (disagree + agree);
}
