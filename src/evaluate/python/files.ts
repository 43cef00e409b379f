// Data beside the post, read by NumPy from where the post stands.
import type { StoredData } from '../storedData.js';
import { partOf } from '../data/part.js';
import { piece, type Piece } from './piece.js';
import { cannotWrite } from './refusal.js';
import type { ProgramParts } from './scope.js';

/** Single precision is made double: that is what formulas are computed in. */
export function writeFile({ path, key, first }: StoredData, program: ProgramParts): Piece {
  const { key: name, indices } = partOf(key, first);
  const places = indices.map((index) => `[${index - first}]`).join('');
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const file = JSON.stringify(path);
  switch (ending) {
    case 'npy':
      return piece(`np.load(${file})${places}.astype(float)`);
    case 'npz':
      if (name === null) return cannotWrite('python.data');
      return piece(`np.load(${file})[${JSON.stringify(name)}]${places}.astype(float)`);
    case 'json': {
      const json = program.uses('json');
      const member = name === null ? '' : `[${JSON.stringify(name)}]`;
      return piece(
        `np.array(${json}.load(open(${file}, encoding="utf-8"))${member}${places}, dtype=float)`,
      );
    }
    default:
      return cannotWrite('python.data');
  }
}
