// Data of a file as an expression: a number, a vector, or a matrix.
import type { DataArray } from '../data/dataFile.js';
import type { FileSyntax } from '../data/fileSyntax.js';
import type { Expression } from '../expression.js';
import { refuse } from '../refusal.js';
import { constant } from './construct.js';
import type { Context } from './context.js';

export function resolveFile({ data, span }: FileSyntax, context: Context): Expression {
  if (data === null) return refuse('data.alone', span);
  const read = data.read(context.scope.conventions.firstIndex);
  if (!read.ok) return refuse(read.refusal.code, span, read.refusal.data);
  return expressionOf(read.value, span);
}

function expressionOf({ axes, numbers }: DataArray, span: FileSyntax['span']): Expression {
  const [rows, columns] = axes;
  if (rows === undefined) return constant(numbers[0] ?? NaN, span);
  const shape =
    columns === undefined
      ? ({ rank: 1, length: rows } as const)
      : ({ rank: 2, rows, columns } as const);
  return { kind: 'input', data: numbers, truth: 'nearest', shape, span };
}
