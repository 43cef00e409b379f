// Data of a file as an expression: a number, a vector, or a matrix.
import type { DataArray } from '../data/dataFile.js';
import type { FileSyntax } from '../data/fileSyntax.js';
import type { ConstantExpression, Expression, InputExpression } from '../expression.js';
import { refuse } from '../refusal.js';
import type { Name } from '../syntax.js';
import { constant } from './construct.js';
import type { Context } from './context.js';

export function resolveFile({ data, span }: FileSyntax, name: Name, context: Context): Expression {
  if (data === null) return refuse('data.alone', span);
  const first = context.scope.conventions.firstIndex;
  const read = data.read(first);
  if (!read.ok) return refuse(read.refusal.code, span, read.refusal.data);
  const origin = { name: name.key, from: { kind: 'file', ...data.request, first } } as const;
  return { ...expressionOf(read.value, span), origin };
}

function expressionOf(
  { axes, numbers }: DataArray,
  span: FileSyntax['span'],
): ConstantExpression | InputExpression {
  const [rows, columns] = axes;
  if (rows === undefined) return constant(numbers[0] ?? NaN, span);
  const shape =
    columns === undefined
      ? ({ rank: 1, length: rows } as const)
      : ({ rank: 2, rows, columns } as const);
  return { kind: 'input', data: numbers, truth: 'nearest', shape, span };
}
