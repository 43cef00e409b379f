// What lies in a folder, for the one way to list posts.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ignoreFileName } from '../core/blog/ignoredFiles.js';
import {
  maxIgnoreFileSize,
  type FolderEntry,
  type FolderReader,
  type IgnoreFileAbove,
} from '../core/blog/listFolder.js';
import { relativePath } from './configs.js';
import { readFileBytes } from './readBytes.js';

export function folderReader(folder: string): FolderReader {
  return {
    entries: (inside) => entriesOf(path.join(folder, inside)),
    text: (file) => text(path.join(folder, file)),
    above: () => ignoreFilesAbove(folder),
  };
}

/** A folder that cannot be read holds nothing, and a link leads elsewhere. */
async function entriesOf(folder: string): Promise<readonly FolderEntry[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.flatMap((entry): readonly FolderEntry[] => {
      if (entry.isDirectory()) return [{ name: entry.name, kind: 'directory' }];
      return entry.isFile() ? [{ name: entry.name, kind: 'file' }] : [];
    });
  } catch {
    return [];
  }
}

/** None where no repository is around the folder. */
async function ignoreFilesAbove(folder: string): Promise<readonly IgnoreFileAbove[]> {
  const files: IgnoreFileAbove[] = [];
  for (let here = folder; ; here = path.dirname(here)) {
    const names = new Set((await entriesOf(here)).map(({ name }) => name));
    const read =
      here === folder || !names.has(ignoreFileName)
        ? null
        : await text(path.join(here, ignoreFileName));
    if (read !== null) files.push({ path: relativePath(here, folder), text: read });
    if (names.has('.git')) return files;
    if (path.dirname(here) === here) return [];
  }
}

async function text(file: string): Promise<string | null> {
  try {
    const read = await readFileBytes(file, maxIgnoreFileSize);
    return 'bytes' in read ? new TextDecoder().decode(read.bytes) : null;
  } catch {
    return null;
  }
}
