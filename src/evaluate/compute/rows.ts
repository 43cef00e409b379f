// A row of data, or all of a vector of it, taken as it is: a view, and no copy.
import { freeLocals } from '../children.js';
import {
  axesOf,
  type BuildExpression,
  type Expression,
  type InputExpression,
} from '../expression.js';

export interface InputRow {
  readonly input: InputExpression;
  /** `null` where the data are one vector. */
  readonly row: Expression | null;
}

/** `null` where an array is anything else. */
export function inputRowOf({ indices, shape, body }: BuildExpression): InputRow | null {
  const [index] = indices;
  if (indices.length !== 1 || index === undefined || shape.rank !== 1) return null;
  if (body.kind !== 'element' || body.array.kind !== 'input') return null;
  const input = body.array;
  const [row, column] = body.indices.length === 1 ? [null, body.indices[0]] : body.indices;
  const isRunning = column?.kind === 'local' && column.local === index;
  if (!isRunning || axesOf(input.shape).at(-1) !== shape.length) return null;
  if (row === null) return { input, row };
  return row === undefined || freeLocals(row).has(index) ? null : { input, row };
}
