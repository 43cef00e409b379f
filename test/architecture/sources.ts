// Reads the project's own files.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Source {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

export async function readSources(): Promise<readonly Source[]> {
  const names = await readdir(path.join(root, 'src'), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (name) => ({
      file: `src/${name.replaceAll(path.sep, '/')}`,
      text: await readFile(path.join(root, 'src', name), 'utf8'),
    })),
  );
}

export function readText(file: string): Promise<string> {
  return readFile(path.join(root, file), 'utf8');
}

export async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readText(file)) as T;
}
