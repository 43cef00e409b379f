// `.npz`: a zip archive whose members are `.npy` files.
import type { DataArray, OpenData } from './dataFile.js';
import { chosen } from './keys.js';
import { readNpy } from './npy.js';
import type { Part } from './part.js';
import { membersOf, openMember, type Member } from './zip.js';

export function readNpz(file: OpenData, part: Part): DataArray {
  const members = new Map<string, Member>();
  for (const member of membersOf(file)) {
    const name = member.name.replace(/\.npy$/, '');
    // Of two members of one name readers take different ones.
    if (members.has(name)) file.damaged('npz');
    members.set(name, member);
  }
  const { value, rest } = chosen(file, members, part);
  return readNpy(openMember(file, value), rest, 'npz');
}
