// `.npy`: one array of NumPy, its head a literal of a Python dictionary.
import { asciiOf, ENTRY_KINDS, headOf, productOf, type EntryKind } from './binary.js';
import type { DataArray, Format, OpenData } from './dataFile.js';
import { readPart, type Part } from './part.js';

const MAGIC = '\x93NUMPY';

/** NumPy's own are shorter than a hundred bytes. */
const LONGEST_HEAD = 1_000_000;

export function readNpy(file: OpenData, part: Part, format: Format = 'npy'): DataArray {
  const { head, start } = headIn(file, format);
  const described = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(head);
  const order = /'fortran_order'\s*:\s*(True|False)\b/.exec(head)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(head)?.[1];
  if (described === null || order === undefined || shape === undefined) return file.damaged(format);
  const { kind, little } = kindOf(file, described[1] ?? null);
  const axes = shape
    .split(',')
    .map((axis) => axis.trim().replace(/L$/, ''))
    .filter((axis) => axis !== '')
    .map((axis) => (/^\d+$/.test(axis) ? Number(axis) : file.damaged(format)));
  const expected = productOf(axes) * kind.bytes;
  const found = file.size - start;
  if (expected !== found)
    file.refuse('data.size', { found: String(found), expected: String(expected) });
  const isFortran = order === 'True';
  return readPart(file, { axes, kind, little, isFortran, start, format }, part);
}

function headIn(file: OpenData, format: Format): { readonly head: string; readonly start: number } {
  const begin = file.at(0, 12, format);
  const version = begin[6] ?? 0;
  if (asciiOf(begin.subarray(0, MAGIC.length)) !== MAGIC || version < 1 || version > 3)
    return file.damaged(format);
  const view = headOf(begin);
  const [at, length] =
    version === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  if (length > LONGEST_HEAD) return file.damaged(format);
  return { head: asciiOf(file.at(at, length, format)), start: at + length };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['f8', 'F64'],
  ['f4', 'F32'],
  ['f2', 'F16'],
  ['i8', 'I64'],
  ['i4', 'I32'],
  ['i2', 'I16'],
  ['i1', 'I8'],
  ['u8', 'U64'],
  ['u4', 'U32'],
  ['u2', 'U16'],
  ['u1', 'U8'],
  ['b1', 'BOOL'],
]);

/** A list of fields is no number, an object would be a pickle. */
function kindOf(
  file: OpenData,
  described: string | null,
): { readonly kind: EntryKind; readonly little: boolean } {
  if (described === null) return file.refuse('data.fields');
  const [, order = '', name = ''] = /^([<>|])?([\w[\]]+)$/.exec(described) ?? [];
  if (name.startsWith('O')) return file.refuse('data.objects');
  const kind = ENTRY_KINDS.get(KINDS.get(name) ?? '');
  if (kind === undefined || (order !== '<' && order !== '>' && kind.bytes > 1))
    return file.refuse('data.kind', { kind: described });
  return { kind, little: order !== '>' };
}
