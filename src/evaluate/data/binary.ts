// Numbers as bytes: the kinds of entries that files hold, read window by window into typed arrays.
import { WINDOW, type Format, type Numbers, type OpenData } from './dataFile.js';

export interface EntryKind {
  readonly bytes: number;
  /** Whether single precision holds all of its numbers. */
  readonly isSingle: boolean;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

/** By the names of safetensors. */
export const ENTRY_KINDS: ReadonlyMap<string, EntryKind> = new Map([
  ['F64', kind(8, false, (view, at, little) => view.getFloat64(at, little))],
  ['F32', kind(4, true, (view, at, little) => view.getFloat32(at, little))],
  ['F16', kind(2, true, (view, at, little) => half(view.getUint16(at, little)))],
  ['BF16', kind(2, true, (view, at, little) => brain(view.getUint16(at, little)))],
  ['I64', kind(8, false, (view, at, little) => Number(view.getBigInt64(at, little)))],
  ['U64', kind(8, false, (view, at, little) => Number(view.getBigUint64(at, little)))],
  ['I32', kind(4, false, (view, at, little) => view.getInt32(at, little))],
  ['U32', kind(4, false, (view, at, little) => view.getUint32(at, little))],
  ['I16', kind(2, true, (view, at, little) => view.getInt16(at, little))],
  ['U16', kind(2, true, (view, at, little) => view.getUint16(at, little))],
  ['I8', kind(1, true, (view, at) => view.getInt8(at))],
  ['U8', kind(1, true, (view, at) => view.getUint8(at))],
  ['BOOL', kind(1, true, (view, at) => (view.getUint8(at) === 0 ? 0 : 1))],
]);

function kind(bytes: number, isSingle: boolean, read: EntryKind['read']): EntryKind {
  return { bytes, isSingle, read };
}

/** Where the entries of an array stand. */
export interface Stretch {
  readonly start: number;
  readonly count: number;
  readonly kind: EntryKind;
  readonly little: boolean;
  readonly format: Format;
}

export function readNumbers(file: OpenData, stretch: Stretch): Numbers {
  const { start, count, kind, little, format } = stretch;
  const { bytes, isSingle, read } = kind;
  if (count * bytes > file.limit) file.tooLarge(count * bytes);
  const numbers = isSingle ? new Float32Array(count) : new Float64Array(count);
  const isPlain = little && IS_LITTLE && ARRAYS_OF.get(kind) === numbers.constructor;
  const target = new Uint8Array(numbers.buffer);
  const step = Math.floor(WINDOW / bytes);
  for (let from = 0; from < count; from += step) {
    const length = Math.min(step, count - from);
    const window = file.at(start + from * bytes, length * bytes, format);
    if (isPlain) {
      target.set(window, from * bytes);
      continue;
    }
    const view = new DataView(window.buffer, window.byteOffset, window.byteLength);
    for (let at = 0; at < length; at++) numbers[from + at] = read(view, at * bytes, little);
  }
  return numbers;
}

const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Those whose bytes are the array's own. */
const ARRAYS_OF: ReadonlyMap<EntryKind | undefined, unknown> = new Map<
  EntryKind | undefined,
  unknown
>([
  [ENTRY_KINDS.get('F64'), Float64Array],
  [ENTRY_KINDS.get('F32'), Float32Array],
]);

/** IEEE 754 binary16. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const scratch = new DataView(new ArrayBuffer(4));

/** The upper half of a single. */
function brain(bits: number): number {
  scratch.setUint16(0, bits);
  scratch.setUint16(2, 0);
  return scratch.getFloat32(0);
}

/** Little-endian numbers of a header. */
export function headOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Infinity where a double does not hold it. */
export function wholeAt(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(value);
}

export function productOf(axes: readonly number[]): number {
  return axes.reduce((product, axis) => product * axis, 1);
}

export function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
