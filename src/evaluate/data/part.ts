// The part of an array that is asked for: all of it, or by indices of its first axes a vector or a matrix in it.
import { productOf, readNumbers, type EntryKind } from './binary.js';
import type { DataArray, Format, Numbers, OpenData } from './dataFile.js';

export interface Part {
  /** `null` without one. */
  readonly key: string | null;
  /** As written, behind the key. */
  readonly indices: readonly number[];
  /** The number of the first entry of an axis. */
  readonly first: number;
}

/** `layer3[2][1]`; a name may end so itself, and is looked for first. */
export function partOf(key: string | null, first: number): Part {
  const [, name = '', indices = ''] = /^([^]*?)((?:\[\d+\])*)$/.exec(key ?? '') ?? [];
  return {
    key: name.trim() === '' ? null : name.trim(),
    indices: [...indices.matchAll(/\d+/g)].map(([digits]) => Number(digits)),
    first,
  };
}

/** An array as it lies in a file. */
export interface StoredArray {
  readonly axes: readonly number[];
  readonly kind: EntryKind;
  readonly little: boolean;
  /** Whether the first axis runs fastest. */
  readonly isFortran: boolean;
  readonly start: number;
  readonly format: Format;
}

/** Reads no more of it than the part. */
export function readPart(file: OpenData, stored: StoredArray, part: Part): DataArray {
  const { axes, kind, start, isFortran } = stored;
  const { rest, offset } = placeOf(file, axes, part);
  const count = productOf(rest);
  if (!isFortran || axes.length < 2) {
    const from = start + offset * count * kind.bytes;
    return { axes: rest, numbers: readNumbers(file, { ...stored, start: from, count }) };
  }
  const all = readNumbers(file, { ...stored, count: productOf(axes) });
  return { axes: rest, numbers: turned(all, axes, part, count) };
}

/** Of an array at hand. */
export function takePart(file: OpenData, { axes, numbers }: DataArray, part: Part): DataArray {
  const { rest, offset } = placeOf(file, axes, part);
  const count = productOf(rest);
  return { axes: rest, numbers: numbers.subarray(offset * count, (offset + 1) * count) };
}

/** What axes are left, and how many such parts stand before it. */
function placeOf(
  file: OpenData,
  axes: readonly number[],
  { indices, first, key }: Part,
): { readonly rest: readonly number[]; readonly offset: number } {
  if (productOf(axes) === 0) file.refuse('data.empty');
  const rest = axes.slice(indices.length);
  const shape = axes.join(' × ');
  if (indices.length > axes.length || rest.length > 2) {
    const missing = Array.from({ length: Math.max(0, axes.length - 2) }, () => `[${first}]`);
    file.refuse(rest.length > 2 ? 'data.axes' : 'data.indices', {
      shape,
      part: `${key ?? ''}${missing.join('')}`,
    });
  }
  let offset = 0;
  indices.forEach((index, axis) => {
    const length = axes[axis] ?? 0;
    const at = index - first;
    if (at < 0 || at >= length)
      file.refuse('data.index', {
        index: String(index),
        shape,
        first: String(first),
        last: String(length - 1 + first),
      });
    offset = offset * length + at;
  });
  return { rest, offset };
}

/** The last axis fastest, where the first was. */
function turned(
  all: Numbers,
  axes: readonly number[],
  { indices, first }: Part,
  count: number,
): Numbers {
  const strides: number[] = [];
  axes.reduce((stride, axis) => {
    strides.push(stride);
    return stride * axis;
  }, 1);
  const offset = indices.reduce((sum, index, axis) => {
    return sum + (index - first) * (strides[axis] ?? 0);
  }, 0);
  const [rows = 1, columns = 1] = [...axes.slice(indices.length), 1].slice(0, 2);
  const [down = 0, right = 0] = strides.slice(indices.length);
  const numbers = all instanceof Float32Array ? new Float32Array(count) : new Float64Array(count);
  let to = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      numbers[to++] = all[offset + row * down + column * right] ?? NaN;
  return numbers;
}
