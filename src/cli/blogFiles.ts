// The files of a blog by their paths in it, as the pictures of its posts are read and written: never through a link.
import { lstat, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import {
  MOST_PICTURE_BYTES,
  type BlogFiles,
  type FoundFile,
} from '../language/inserted/pictureFiles.js';
import type { WrittenFile } from '../language/inserted/staleInserted.js';
import { readPlainFile } from './readBytes.js';
import { reasonOf, replaceFile } from './replaceFile.js';

/** `blog` is the folder. */
export function blogFiles(blog: string): BlogFiles {
  return { find: (file) => findFile(blog, file) };
}

/** The folder of a blog, by the file of a post and its path in the blog. */
export function blogFolder(absolute: string, blogPath: string): string {
  const here = path.posix.dirname(blogPath);
  return path.resolve(path.dirname(absolute), path.posix.relative(here, '.'));
}

/** Whole or not at all, and over nothing that is not a picture of ours. The reason where it failed. */
export async function writeBlogFile(blog: string, file: WrittenFile): Promise<string | null> {
  try {
    const { kind } = await findFile(blog, file.path);
    if (kind === 'other') return 'EEXIST';
    const target = path.join(await realpath(blog), file.path);
    await mkdir(path.dirname(target), { recursive: true });
    return await replaceFile(target, new TextEncoder().encode(file.text));
  } catch (error) {
    return reasonOf(error);
  }
}

async function findFile(blog: string, file: string): Promise<FoundFile> {
  try {
    const wanted = path.join(await realpath(blog), file);
    const there = await whatIsAt(wanted);
    if (there !== 'file') return { kind: there };
    const read = await readPlainFile(wanted, MOST_PICTURE_BYTES);
    if (read === null || !('bytes' in read)) return { kind: 'other' };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(read.bytes) };
  } catch {
    return { kind: 'other' };
  }
}

/** `other` where a link is on the way. */
async function whatIsAt(wanted: string): Promise<'file' | 'none' | 'other'> {
  const isThere = await lstat(wanted).then(
    () => true,
    (error: unknown) => {
      if (reasonOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
  if (isThere) return (await realpath(wanted)) === wanted ? 'file' : 'other';
  return (await whatIsAt(path.dirname(wanted))) === 'other' ? 'other' : 'none';
}
