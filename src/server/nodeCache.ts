// The folder in which texts are kept between runs, one for each blog: written whole or not at all, read only
// where this very program wrote it, and never more of it than a limit.
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
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
        const found = await stat(file);
        // A pipe would be waited for, and what is longer was not written here.
        if (!found.isFile() || found.size > limit) return null;
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
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await replace(fileOf(blog), await (head ??= headOf(program)), text);
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
  return `postulate posts ${hashOf(await readFile(program))}\n`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const hashLength = 64;

/** The text of a file that is whole, with its hash at the end. */
function unsealed(bytes: Buffer, head: string): string | null {
  const end = bytes.length - hashLength;
  const isOurs =
    end >= head.length &&
    bytes.toString('latin1', 0, head.length) === head &&
    bytes.toString('latin1', end) === hashOf(bytes.subarray(0, end));
  return isOurs ? bytes.toString('utf8', head.length, end) : null;
}

async function replace(file: string, head: string, text: Iterable<string>): Promise<void> {
  const written = `${file}.${process.pid}`;
  const hash = createHash('sha256');
  try {
    const handle = await open(written, 'w', 0o600);
    try {
      for (const piece of inPieces(head, text)) {
        hash.update(piece);
        await handle.writeFile(piece);
      }
      await handle.writeFile(hash.digest('hex'));
    } finally {
      await handle.close();
    }
    await rename(written, file);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
}

/** Never the whole in memory once more. */
function* inPieces(head: string, text: Iterable<string>): Generator<Buffer> {
  let piece = head;
  for (const part of text) {
    piece += part;
    if (piece.length < 1_000_000) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
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
