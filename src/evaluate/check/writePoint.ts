// A point as a person binds it: `x = [0, 1],\ \gamma = 0.5`.
import { toNumber } from '../compute/fraction.js';
import type { Shape } from '../expression.js';
import type { Counterexample } from '../result.js';
import { valueOf } from '../value.js';
import { writeFraction } from './decimals.js';
import type { Point } from './sides.js';

interface Named {
  readonly name: string;
  readonly shape: Shape;
}

export function writePoint(symbols: readonly Named[], point: Point): Counterexample {
  const bindings = symbols.map(({ name, shape }, at) => {
    const numbers = Float64Array.from(point[at] ?? [], toNumber);
    return { name, value: valueOf(shape.rank === 0 ? (numbers[0] ?? NaN) : numbers, shape) };
  });
  const texts = symbols.map(
    ({ name, shape }, at) => `${name} = ${writeEntries(shape, point[at] ?? [])}`,
  );
  return { bindings, text: texts.join(',\\ ') };
}

function writeEntries(shape: Shape, entries: Point[number]): string {
  const written = entries.map(writeFraction);
  if (shape.rank === 0) return written[0] ?? '';
  if (shape.rank === 1) return `[${written.join(', ')}]`;
  const rows = Array.from({ length: shape.rows }, (_, row) =>
    written.slice(row * shape.columns, (row + 1) * shape.columns).join(' & '),
  );
  return `\\begin{pmatrix} ${rows.join(' \\\\ ')} \\end{pmatrix}`;
}
