// Finds whether a formula is a measure: of a vector, or of a matrix, which then has the vector for its diagonal.
import type { Expression, Shape } from '../../expression.js';
import { constant } from '../../resolve/construct.js';
import type { Analysed, ProbeForm } from '../analysed.js';
import { rememberedMeasure } from '../remembered.js';
import type { Measure } from './measure.js';
import { STANDARD_VECTORS } from './standardVectors.js';
import { vectorOf } from './vectors.js';

export interface MeasureFound {
  readonly measure: Measure;
  readonly isOfMatrix: boolean;
}

/** `null` where it is neither. */
export function measureOf(analysed: Analysed): MeasureFound | null {
  if (analysed.count !== 1) return null;
  const ofVector = rememberedMeasure(analysed, (length) => ({ shapes: [vectorShape(length)] }));
  if (hasValues(ofVector)) return { measure: ofVector, isOfMatrix: false };
  const ofMatrix = rememberedMeasure(analysed, (length) => ({
    shapes: [vectorShape(length)],
    form: DIAGONAL,
  }));
  return hasValues(ofMatrix) ? { measure: ofMatrix, isOfMatrix: true } : null;
}

function vectorShape(length: number): Shape {
  return { rank: 1, length };
}

const DIAGONAL: ProbeForm = { arrange: (given) => given.map(diagonal) };

function diagonal(vector: Expression): Expression {
  const { span } = vector;
  const length =
    vector.kind === 'local' && vector.local.shape.rank === 1 ? vector.local.shape.length : 0;
  const items = Array.from({ length: length ** 2 }, (_, at): Expression => {
    const [row, column] = [Math.floor(at / length), at % length];
    if (row !== column) return constant(0, span);
    return { kind: 'element', array: vector, indices: [constant(row + 1, span)], span };
  });
  return { kind: 'list', items, shape: { rank: 2, rows: length, columns: length }, span };
}

const SIMPLE = [vectorOf([1, 2]), vectorOf([1, 2, 3, 4]), vectorOf([0, 3, 4])];

function hasValues(measure: Measure): boolean {
  const vectors = [...SIMPLE, ...STANDARD_VECTORS.map(([, vector]) => vector)];
  return vectors.some((vector) => measure(vector).kind === 'number');
}
