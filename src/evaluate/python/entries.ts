// Entries of arrays, one by one or as slices.
import {
  axesOf,
  type ElementExpression,
  type InputExpression,
  type LocalExpression,
} from '../expression.js';
import { placesOf, type Axes, type PlaceOfEntry } from './elementwise.js';
import { numberPiece, writePlace } from './numbers.js';
import { call, LEVEL, piece, within, type Piece } from './piece.js';
import { cannotWrite } from './refusal.js';
import type { Axis, Scope } from './scope.js';

function axesIn({ locals }: Scope): Axes {
  const axes = new Map<Parameters<typeof locals.get>[0], Axis>();
  for (const [local, bound] of locals) if (bound.kind === 'axis') axes.set(local, bound.axis);
  return axes;
}

export function writeLocal({ local }: LocalExpression, { locals }: Scope): Piece {
  const bound = locals.get(local);
  if (bound === undefined) return cannotWrite('python.derivative');
  return bound.kind === 'piece' ? bound.piece : indexArray(bound.axis);
}

/** The values of an index itself, as doubles: powers of whole numbers would leave their range. */
function indexArray({ from, to, place }: Axis): Piece {
  const array = `np.arange(${numberPiece(from).text}.0, ${to + 1})`;
  return piece(place === 'row' ? `${array}[:, None]` : array);
}

export function writeElement(expression: ElementExpression, scope: Scope): Piece {
  const array = within(scope.write(expression.array, scope), LEVEL.whole);
  const places = placesOf(expression, axesIn(scope));
  if (places === null)
    return piece(
      `${array}[${expression.indices.map((index) => writePlace(index, scope)).join(', ')}]`,
    );
  return piece(`${array}${sliceOf(places, scope)}`);
}

/** With the axes of the result in their places: rows first. */
function sliceOf(places: readonly PlaceOfEntry[], scope: Scope): string {
  const along = places.flatMap((place) => (place.kind === 'along' ? [place.axis.place] : []));
  const isTurned = along[0] === 'column' && along[1] === 'row';
  const parts = places.map((place) =>
    place.kind === 'fixed' ? writePlace(place.index, scope) : rangeOf(place),
  );
  const isAll = parts.every((part) => part === ':');
  const isLastWhole = parts.length > 1 && parts.at(-1) === ':' && !isAll;
  const shown = isLastWhole ? parts.slice(0, -1) : parts;
  // A row of the result that stands alone is made a column of it.
  const alone = along.length === 1 && along[0] === 'row';
  const all = alone ? [...parts, 'None'] : isAll ? [] : shown;
  return (all.length === 0 ? '' : `[${all.join(', ')}]`) + (isTurned ? '.T' : '');
}

function rangeOf({ axis, shift, length }: Extract<PlaceOfEntry, { kind: 'along' }>): string {
  const [start, end] = [axis.from + shift - 1, axis.to + shift];
  return `${start === 0 ? '' : start}:${end === length ? '' : end}`;
}

/** So many numbers stand in a program; more belong into a file. */
const MOST_NUMBERS = 1000;

export function writeInput({ data, shape, origin }: InputExpression, scope: Scope): Piece {
  if (origin !== undefined) return piece(scope.program.nameOf(origin));
  if (data.length > MOST_NUMBERS) return cannotWrite('python.numbers');
  return arrayPiece(
    Array.from(data, (value) => numberPiece(value).text),
    axesOf(shape),
    [...data].every(Number.isInteger),
  );
}

/** Of the entries row by row; as doubles also where all are whole. */
export function arrayPiece(
  entries: readonly string[],
  [rows = 0, columns]: readonly number[],
  isWhole: boolean,
): Piece {
  const lines =
    columns === undefined
      ? [entries.join(', ')]
      : Array.from({ length: rows }, (_, row) => {
          const items = entries.slice(row * columns, (row + 1) * columns);
          return `[${items.join(', ')}]`;
        });
  return call('np.array', `[${lines.join(', ')}]`, ...(isWhole ? ['dtype=float'] : []));
}
