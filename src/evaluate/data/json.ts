// `.json`: a number, or lists of numbers in lists, also as a member of an object.
import type { DataArray, OpenData } from './dataFile.js';
import { chosen, refuseKey } from './keys.js';
import { takePart, type Part } from './part.js';

export function readJson(file: OpenData, part: Part): DataArray {
  const value: unknown = parsedJson(file.text('JSON'));
  if (value === undefined) return file.damaged('JSON');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuseKey(file, part);
    return takePart(file, arrayOf(file, value), part);
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const { value: member, rest } = chosen(file, members, part);
  return takePart(file, arrayOf(file, member), rest);
}

/** `undefined` where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** No data have as many axes. */
const MOST_AXES = 32;

function arrayOf(file: OpenData, value: unknown): DataArray {
  const axes: number[] = [];
  for (let inner = value; isList(inner) && axes.length <= MOST_AXES; inner = inner[0])
    axes.push(inner.length);
  const numbers: number[] = [];
  const collect = (each: unknown, axis: number): void => {
    if (axis === axes.length) {
      if (typeof each !== 'number') file.refuse('data.no-number', placeIn(numbers.length, each));
      numbers.push(Number(each));
      return;
    }
    const length = axes[axis] ?? 0;
    if (!isList(each) || each.length !== length)
      return file.refuse('data.rows', {
        expected: String(length),
        found: String(isList(each) ? each.length : 1),
      });
    for (const part of each) collect(part, axis + 1);
  };
  collect(value, 0);
  return { axes, numbers: Float64Array.from(numbers) };
}

function placeIn(before: number, found: unknown): Readonly<Record<string, string>> {
  return { place: String(before + 1), found: JSON.stringify(found).slice(0, 40) };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
