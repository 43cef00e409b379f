// The worksheet in a file of its own beside a post, as the command line reads it.
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { message, type Message } from '../checks/messages.js';
import type { FileStamp } from '../core/blog/keptPosts.js';
import { postsBeside, worksheetBeside } from '../core/post/worksheetFile.js';
import { reasonOf, readTextAgain, readTextNow } from './readText.js';
import type { CliMessage } from './texts/message.js';

/** Plain data, that can travel to a thread. */
export interface WorksheetFile {
  /** From the working directory, with `/`. */
  readonly file: string;
  readonly absolute: string;
  readonly stamp: FileStamp;
  /** A link may lead anywhere, and a pipe has no end: neither is read. */
  readonly isFile: boolean;
}

/** A post whose worksheet cannot be read is not evaluated at all: it would lack what it rests on. */
export type WorksheetReading = { readonly text: string | null } | { readonly fault: Message };

/** `null` where there is none. */
export async function findWorksheet(absolute: string, file: string): Promise<WorksheetFile | null> {
  const [place, name] = [worksheetBeside(absolute), worksheetBeside(file)];
  if (place === null || name === null) return null;
  try {
    const found = await lstat(place);
    const stamp = { size: found.size, modified: found.mtimeMs };
    return { file: name, absolute: place, stamp, isFile: found.isFile() };
  } catch (error) {
    const isHidden = !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    const stamp = { size: 0, modified: 0 };
    return isHidden ? { file: name, absolute: place, stamp, isFile: true } : null;
  }
}

/** Of a worksheet that was named in place of its post. */
export async function postBeside(absolute: string, name: string): Promise<string | CliMessage> {
  const posts = postsBeside(absolute);
  for (const post of posts) if (await isThere(post)) return post;
  const [wanted = ''] = posts;
  return {
    code: 'worksheet',
    path: name,
    message: message('eval.worksheet.no-post', { post: path.basename(wanted) }),
  };
}

/** `maxSize` is in megabytes. */
export function readWorksheet(worksheet: WorksheetFile | null, maxSize: number): WorksheetReading {
  if (worksheet === null) return { text: null };
  if (!worksheet.isFile) return { fault: message('eval.worksheet.no-file') };
  const read = readTextNow(worksheet.absolute, worksheet.file, maxSize);
  return typeof read === 'string' ? { text: read } : { fault: faultOf(read) };
}

/** As it was examined, for the lines of its findings. */
export function worksheetText({ absolute, stamp, isFile }: WorksheetFile): string {
  return isFile ? readTextAgain(absolute, stamp) : '';
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

function faultOf(problem: CliMessage): Message {
  switch (problem.code) {
    case 'post.not-utf8':
      return message('eval.worksheet.not-text');
    case 'post.too-large':
      return message('eval.worksheet.too-large', { size: problem.size, limit: problem.limit });
    case 'path.unreadable':
      return message('eval.worksheet.unreadable', { reason: problem.reason });
    default:
      return message('eval.worksheet.unreadable', { reason: reasonOf(problem.code) });
  }
}
