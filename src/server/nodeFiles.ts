// Files of the scheme `file`, read by Node.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isPostFile, isSkippedFolder } from '../core/blog/postFiles.js';
import type { WorkspaceFiles } from './host.js';

export const nodeFiles: WorkspaceFiles = {
  async list(folder, isCancelled) {
    const found: string[] = [];
    await listInto(fileURLToPath(folder), found, isCancelled);
    return found.map((file) => pathToFileURL(file).toString());
  },
  read: (uri) => orNull(readFile(fileURLToPath(uri))),
  stat: (uri) =>
    orNull(stat(fileURLToPath(uri)).then(({ size, mtimeMs }) => ({ size, modified: mtimeMs }))),
};

async function listInto(
  folder: string,
  found: string[],
  isCancelled: () => boolean,
): Promise<void> {
  if (isCancelled()) return;
  const entries = (await orNull(readdir(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    // Symbolic links are not followed: they could lead in circles.
    if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
      await listInto(file, found, isCancelled);
    } else if (entry.isFile() && isListed(entry.name)) found.push(file);
  }
}

function isListed(name: string): boolean {
  return isPostFile(name) || name === 'postulate.json' || name === '.postulate.json';
}

async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch {
    return null;
  }
}
