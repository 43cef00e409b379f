// A fresh folder of posts for one test.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

/** Text of files by path relative to the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function makeFolder(files: Files): Promise<string> {
  // Ends with all that the run wrote.
  const folder = await mkdtemp(path.join(inject('probeFolder'), 'posts-'));
  await fill(folder, files);
  return folder;
}

/** Leaves these files alone in the folder. */
export async function refillFolder(folder: string, files: Files): Promise<void> {
  for (const name of await readdir(folder)) await removeFolder(path.join(folder, name));
  await fill(folder, files);
}

async function fill(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

const author = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.com'];

/** Commits all that the folder holds, into a repository that is made where there is none. */
export async function commitAll(folder: string): Promise<void> {
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '--all');
  await git(folder, ...author, 'commit', '--quiet', '-m', 'Write');
}

/** What git says. */
export async function git(folder: string, ...command: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', command, { cwd: folder });
  return stdout;
}
