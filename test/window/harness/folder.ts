// A fresh folder of posts for one test.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Text of files by path relative to the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function makeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postulate-posts-'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
