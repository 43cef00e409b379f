// Writes files of data by hand, right ones and wrong ones, with no code of ours or of NumPy.
import { deflateRawSync } from 'node:zlib';

export interface WrittenArray {
  /** As NumPy names it: `<f8`. */
  readonly descr: string;
  readonly axes: readonly number[];
  readonly isFortran?: boolean;
  /** In the order of the file. */
  readonly values: readonly number[];
}

export function writeNpy({ descr, axes, isFortran = false, values }: WrittenArray): Uint8Array {
  const shape = axes.length === 1 ? `(${axes[0] ?? 0},)` : `(${axes.join(', ')})`;
  const order = isFortran ? 'True' : 'False';
  return npyOf(
    `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`,
    writeNumbers(descr.slice(1), values, descr.startsWith('>')),
  );
}

/** With this head, whatever it says. */
export function npyOf(head: string, body: Uint8Array, version = 1): Uint8Array {
  const text = Buffer.from(`${head}\n`, 'latin1');
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(text.length);
  else length.writeUInt32LE(text.length);
  return Buffer.concat([
    Buffer.from(`\x93NUMPY`, 'latin1'),
    Buffer.of(version, 0),
    length,
    text,
    body,
  ]);
}

export function writeNumbers(kind: string, values: readonly number[], big = false): Uint8Array {
  const size = Number(kind.slice(1));
  const bytes = Buffer.alloc(size * values.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  values.forEach((value, index) => {
    const at = index * size;
    if (kind === 'f8') view.setFloat64(at, value, !big);
    else if (kind === 'f4') view.setFloat32(at, value, !big);
    else if (kind === 'i8') view.setBigInt64(at, BigInt(value), !big);
    else if (kind === 'i4') view.setInt32(at, value, !big);
    else if (kind === 'i2') view.setInt16(at, value, !big);
    else view.setInt8(at, value);
  });
  return bytes;
}

interface ZipChoices {
  readonly deflated?: boolean;
  /** Sizes and places as numbers of eight bytes. */
  readonly wide?: boolean;
  /** What the archive says of the sizes of its members. */
  readonly claimed?: number;
  readonly flags?: number;
  readonly method?: number;
}

export function writeZip(
  members: readonly (readonly [name: string, bytes: Uint8Array])[],
  { deflated = false, wide = false, claimed, flags = 0, method }: ZipChoices = {},
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of members) {
    const packed = deflated ? deflateRawSync(bytes) : Buffer.from(bytes);
    const size = claimed ?? bytes.length;
    const label = Buffer.from(name, 'latin1');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(45, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method ?? (deflated ? 8 : 0), 4);
    common.writeUInt32LE(wide ? 0xffffffff : packed.length, 14);
    common.writeUInt32LE(wide ? 0xffffffff : size, 18);
    common.writeUInt16LE(label.length, 22);
    const extra = wide ? wideField([size, packed.length, at]) : Buffer.alloc(0);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, label, packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(45, 4);
    common.copy(entry, 6);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(wide ? 0xffffffff : at, 42);
    directory.push(entry, label, extra);
    at += 4 + common.length + label.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([
    ...parts,
    listed,
    ...(wide ? wideEnd(members.length, listed, at) : []),
    endOf(members.length, listed, at, wide),
  ]);
}

function wideField(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  numbers.forEach((number, index) => field.writeBigUInt64LE(BigInt(number), 4 + 8 * index));
  return field;
}

function wideEnd(count: number, listed: Buffer, at: number): readonly Buffer[] {
  const end = Buffer.alloc(56);
  end.write('PK\x06\x06', 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(listed.length), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(at + listed.length), 8);
  locator.writeUInt32LE(1, 16);
  return [end, locator];
}

function endOf(count: number, listed: Buffer, at: number, wide: boolean): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(wide ? 0xffff : count, 8);
  end.writeUInt16LE(wide ? 0xffff : count, 10);
  end.writeUInt32LE(wide ? 0xffffffff : listed.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : at, 16);
  return end;
}

export function writeSafetensors(head: unknown, body: Uint8Array = new Uint8Array()): Uint8Array {
  const text = Buffer.from(typeof head === 'string' ? head : JSON.stringify(head));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, body]);
}
