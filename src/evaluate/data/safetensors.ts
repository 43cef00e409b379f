// `.safetensors`: a head in JSON says where the bytes of each tensor stand.
import { ENTRY_KINDS, headOf, productOf, wholeAt } from './binary.js';
import { WINDOW, type DataArray, type OpenData } from './dataFile.js';
import { parsedJson } from './json.js';
import { chosen } from './keys.js';
import { readPart, type Part } from './part.js';

export function readSafetensors(file: OpenData, part: Part): DataArray {
  const length = wholeAt(headOf(file.at(0, 8, 'safetensors')), 0);
  if (length > WINDOW) return file.damaged('safetensors');
  const text = file.host.text(file.at(8, length, 'safetensors'));
  const head = text === null ? undefined : parsedJson(text);
  if (!isRecord(head)) return file.damaged('safetensors');
  const tensors = new Map(Object.entries(head).filter(([name]) => name !== '__metadata__'));
  const { value, rest } = chosen(file, tensors, part);
  const { dtype, axes, from, to } = tensorOf(value) ?? file.damaged('safetensors');
  const kind = ENTRY_KINDS.get(dtype) ?? file.refuse('data.kind', { kind: dtype });
  const expected = productOf(axes) * kind.bytes;
  const start = 8 + length + from;
  if (start + (to - from) > file.size) return file.damaged('safetensors');
  if (expected !== to - from)
    file.refuse('data.size', { found: String(to - from), expected: String(expected) });
  const place = { little: true, isFortran: false, start, format: 'safetensors' } as const;
  return readPart(file, { axes, kind, ...place }, rest);
}

interface Tensor {
  readonly dtype: string;
  readonly axes: readonly number[];
  readonly from: number;
  readonly to: number;
}

function tensorOf(value: unknown): Tensor | null {
  if (!isRecord(value)) return null;
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !isLengths(shape) || !isLengths(offsets)) return null;
  const [from = 0, to = 0] = offsets;
  return offsets.length === 2 && from <= to ? { dtype, axes: shape, from, to } : null;
}

function isLengths(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.every((each: unknown) => Number.isSafeInteger(each) && Number(each) >= 0)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
