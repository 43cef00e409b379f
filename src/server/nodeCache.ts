// The folder in which texts are kept between runs, one for each blog: written whole or not at all, read only
// where this very program wrote it, and never more of it than a limit.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { BlogCache } from './host.js';

/** In bytes. */
const folderLimit = 256_000_000;

/** `program` is the file of the program: another one may come to other answers. */
export function nodeCache(folder: string, program: string, limit = folderLimit): BlogCache {
  let head: Promise<string> | null = null;
  const fileOf = (blog: string): string => path.join(folder, `${hashOf(blog).slice(0, 32)}.posts`);
  return {
    async read(blog) {
      const file = fileOf(blog);
      try {
        const bytes = await readFile(file);
        const text = unsealed(bytes, await (head ??= headOf(program)));
        // The blogs that are used are the last to be dropped.
        if (text !== null) await utimes(file, new Date(), new Date());
        return text;
      } catch {
        return null;
      }
    },
    async write(blog, text) {
      try {
        const bytes = sealed(text, await (head ??= headOf(program)));
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await replace(fileOf(blog), bytes);
        await prune(folder, limit);
      } catch {
        // A cache that cannot be written is none.
      }
    },
  };
}

/** Where programs of a user keep what they can make again. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CACHE_HOME: chosen = '', LOCALAPPDATA: windows } = environment;
  const usual: Partial<Record<NodeJS.Platform, string | undefined>> = {
    darwin: path.join(homedir(), 'Library', 'Caches'),
    win32: windows,
  };
  const parent = path.isAbsolute(chosen) ? chosen : usual[process.platform];
  return path.join(parent ?? path.join(homedir(), '.cache'), 'postulate');
}

async function headOf(program: string): Promise<string> {
  return `postulate posts ${hashOf(await readFile(program))}`;
}

function sealed(text: string, head: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(`${head} ${hashOf(bytes)}\n`), bytes]);
}

function unsealed(bytes: Buffer, head: string): string | null {
  const end = bytes.indexOf(10);
  const content = bytes.subarray(end + 1);
  const isOurs = bytes.toString('latin1', 0, end) === `${head} ${hashOf(content)}`;
  return end >= 0 && isOurs ? content.toString() : null;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const written = `${file}.${process.pid}`;
  try {
    await writeFile(written, bytes, { mode: 0o600 });
    await rename(written, file);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** Of our files the newest stay; others are not ours to remove. */
async function prune(folder: string, limit: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{32}\.posts/.test(name));
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const { size, mtimeMs } = await stat(file);
      return { file, size, mtimeMs };
    }),
  );
  let total = 0;
  for (const { file, size } of files.sort((left, right) => right.mtimeMs - left.mtimeMs)) {
    total += size;
    if (total > limit) await rm(file, { force: true });
  }
}
