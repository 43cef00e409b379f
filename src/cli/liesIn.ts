// Whether a file lies in one of several folders.
import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Where links lead counts, not what they are called: a post must not publish what lies elsewhere. */
export async function liesIn(file: string, folders: readonly string[]): Promise<boolean> {
  const real = await realpath(file);
  const roots = await Promise.all(folders.map((folder) => realpath(folder)));
  return roots.some((root) => real.startsWith(path.join(root, path.sep)));
}
