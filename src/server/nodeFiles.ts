// Files of the scheme `file`, read by Node.
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DirectoryEntry } from '../protocol/server.js';
import type { WorkspaceFiles } from './host.js';

export const nodeFiles: WorkspaceFiles = {
  directory: (uri) => orNull(() => readDirectory(fileURLToPath(uri))),
  read: (uri) => orNull(() => readFile(fileURLToPath(uri))),
  stat: (uri) =>
    orNull(async () => {
      const { size, mtimeMs } = await stat(fileURLToPath(uri));
      return { size, modified: mtimeMs };
    }),
};

async function readDirectory(folder: string): Promise<readonly DirectoryEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry): readonly DirectoryEntry[] => {
    if (entry.isDirectory()) return [{ name: entry.name, kind: 'directory' }];
    return entry.isFile() ? [{ name: entry.name, kind: 'file' }] : [];
  });
}

/** The URI may be no path, the file gone, the disk full of surprises. */
async function orNull<Value>(read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
