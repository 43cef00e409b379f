// The posts of a folder, for whoever can read folders: what is a post must not depend on who looks.
import { ignoreFileName, IgnoredFiles } from './ignoredFiles.js';
import { isConfigFile, isPostFile, isSkippedFolder } from './postFiles.js';

/** Paths are from the folder, with `/`; the folder itself is `''`. */
export interface FolderReader {
  entries(folder: string): Promise<readonly FolderEntry[]>;
  /** `null` where it cannot be had. */
  text(file: string): Promise<string | null>;
  /** The `.gitignore` files above the folder, up to the top of its repository; nearest first. */
  above(): Promise<readonly IgnoreFileAbove[]>;
}

export interface IgnoreFileAbove {
  /** From where it lies to the folder that is listed. */
  readonly path: string;
  readonly text: string;
}

/** In bytes. */
export const maxIgnoreFileSize = 100_000;

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

export interface FolderListing {
  readonly posts: readonly string[];
  readonly configs: readonly string[];
  readonly ignored: IgnoredFiles;
}

/** The paths of all files below a folder whose names are as wanted, in their order. */
export async function listBelow(
  reader: Pick<FolderReader, 'entries'>,
  isWanted: (name: string) => boolean,
  isCancelled: () => boolean = () => false,
): Promise<readonly string[]> {
  const paths: string[] = [];
  const folders = [''];
  for (let next = folders.pop(); next !== undefined && !isCancelled(); next = folders.pop()) {
    for (const { name, kind } of await reader.entries(next)) {
      const path = next === '' ? name : `${next}/${name}`;
      if (kind === 'directory') folders.push(path);
      else if (isWanted(name)) paths.push(path);
    }
  }
  return paths.sort();
}

/** `onFolder` sees all that is in each folder that may hold posts. */
export async function listFolder(
  reader: FolderReader,
  onFolder: (folder: string, entries: readonly FolderEntry[]) => void = () => undefined,
  isCancelled: () => boolean = () => false,
): Promise<FolderListing> {
  const posts: string[] = [];
  const configs: string[] = [];
  const ignored = new IgnoredFiles();
  ignored.addAbove(await reader.above());
  const folders = [''];
  for (let next = folders.pop(); next !== undefined && !isCancelled(); next = folders.pop()) {
    const entries = await reader.entries(next);
    onFolder(next, entries);
    const inside = (name: string): string => (next === '' ? name : `${next}/${name}`);
    if (entries.some(({ name, kind }) => name === ignoreFileName && kind === 'file')) {
      const text = await reader.text(inside(ignoreFileName));
      if (text !== null) ignored.add(next, text);
    }
    for (const { name, kind } of entries) {
      const path = inside(name);
      if (kind === 'directory') {
        if (!isSkippedFolder(name) && !ignored.ignoresEntry(`${path}/`)) folders.push(path);
      } else if (isConfigFile(name)) configs.push(path);
      else if (isPostFile(name) && !ignored.ignoresEntry(path)) posts.push(path);
    }
  }
  return { posts, configs, ignored };
}
