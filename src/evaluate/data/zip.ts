// The directory of a zip archive, zip64 included, and its members, stored or deflated.
import { asciiOf, headOf, wholeAt } from './binary.js';
import { WINDOW, type ByteReader, type OpenData } from './dataFile.js';

export interface Member {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly size: number;
  /** Where its own head stands. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Stands where the number is that of zip64. */
const ELSEWHERE = 0xffffffff;

export function membersOf(file: OpenData): readonly Member[] {
  const { at, length, count } = directoryOf(file);
  if (length > WINDOW) return file.damaged('npz');
  const bytes = file.at(at, length, 'npz');
  const view = headOf(bytes);
  const members: Member[] = [];
  let next = 0;
  while (members.length < count) {
    if (next + 46 > length || view.getUint32(next, true) !== ENTRY) return file.damaged('npz');
    const nameEnd = next + 46 + view.getUint16(next + 28, true);
    const extraEnd = nameEnd + view.getUint16(next + 30, true);
    if (extraEnd > length) return file.damaged('npz');
    const wide = wideNumbers(bytes.subarray(nameEnd, extraEnd));
    const own = (place: number): number => {
      const value = view.getUint32(next + place, true);
      return value === ELSEWHERE ? (wide.shift() ?? Infinity) : value;
    };
    // In this order they stand in the field of zip64.
    const size = own(24);
    const packed = own(20);
    members.push({
      name: asciiOf(bytes.subarray(next + 46, nameEnd)),
      method: view.getUint16(next + 10, true),
      isEncrypted: (view.getUint16(next + 8, true) & 1) === 1,
      ...{ size, packed, at: own(42) },
    });
    next = extraEnd + view.getUint16(next + 32, true);
  }
  return members;
}

export function openMember(file: OpenData, member: Member): OpenData {
  const { at, packed, size, method, isEncrypted } = member;
  if (isEncrypted || (method !== 0 && method !== 8)) return file.damaged('npz');
  const head = headOf(file.at(at, 30, 'npz'));
  if (head.getUint32(0, true) !== LOCAL) return file.damaged('npz');
  const start = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (!(start + packed <= file.size)) return file.damaged('npz');
  if (method === 0) {
    if (packed !== size) return file.damaged('npz');
    return file.within({
      size,
      read: (from, length) => file.at(start + from, length, 'npz'),
    });
  }
  // A few bytes may claim to be many.
  if (size > file.limit) return file.tooLarge(size);
  const bytes = file.host.inflate(file.all(start, packed, 'npz'), size);
  return bytes === null ? file.damaged('npz') : file.within(readerOf(bytes));
}

export function readerOf(bytes: Uint8Array): ByteReader {
  return {
    size: bytes.length,
    read: (start, length) => bytes.subarray(start, start + length),
  };
}

interface Directory {
  readonly at: number;
  readonly length: number;
  readonly count: number;
}

/** Behind the members: looked for from the end. */
function directoryOf(file: OpenData): Directory {
  const length = Math.min(file.size, END_LENGTH + LONGEST_COMMENT);
  const tail = file.size - length;
  const view = headOf(file.at(tail, length, 'npz'));
  for (let at = length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || view.getUint16(at + 20, true) !== length - at - 22)
      continue;
    return (
      wideDirectory(file, tail + at) ?? {
        count: view.getUint16(at + 10, true),
        length: view.getUint32(at + 12, true),
        at: view.getUint32(at + 16, true),
      }
    );
  }
  return file.damaged('npz');
}

function wideDirectory(file: OpenData, end: number): Directory | null {
  if (end < 20) return null;
  const locator = headOf(file.at(end - 20, 20, 'npz'));
  if (locator.getUint32(0, true) !== LOCATOR_64) return null;
  const view = headOf(file.at(wholeAt(locator, 8), 56, 'npz'));
  if (view.getUint32(0, true) !== END_64) return file.damaged('npz');
  return { count: wholeAt(view, 32), length: wholeAt(view, 40), at: wholeAt(view, 48) };
}

function wideNumbers(extra: Uint8Array): number[] {
  const view = headOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const length = Math.min(view.getUint16(at + 2, true), extra.length - at - 4);
    if (view.getUint16(at, true) === 1) {
      const count = Math.floor(length / 8);
      return Array.from({ length: count }, (_, each) => wholeAt(view, at + 4 + 8 * each));
    }
    at += 4 + length;
  }
  return [];
}
