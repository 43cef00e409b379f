// The text of a post, or the reason why there is none to be had.
import { readFileSync, statSync } from 'node:fs';
import type { FileStamp } from '../core/blog/keptPosts.js';
import { bytesOf, sizeTexts } from '../core/post/size.js';
import { readFileBytes, readStreamBytes, type BytesRead } from './readBytes.js';
import type { CliMessage } from './texts/message.js';

/** Without its byte order mark. `maxSize` is in megabytes. */
export async function readText(
  source: string | AsyncIterable<Uint8Array>,
  file: string,
  maxSize: number,
): Promise<string | CliMessage> {
  const limit = bytesOf(maxSize);
  try {
    const read = await (typeof source === 'string'
      ? readFileBytes(source, limit)
      : readStreamBytes(source, limit));
    return textOf(read, file, maxSize);
  } catch (error) {
    return problemOf(error, file);
  }
}

/** The same of a file that is no pipe, where nothing else could be done meanwhile. */
export function readTextNow(absolute: string, file: string, maxSize: number): string | CliMessage {
  try {
    const { size } = statSync(absolute);
    const isTooLarge = size > bytesOf(maxSize);
    return textOf(
      isTooLarge ? { tooLarge: size } : { bytes: readFileSync(absolute) },
      file,
      maxSize,
    );
  } catch (error) {
    return problemOf(error, file);
  }
}

/** Of a file that was examined; empty where it is not any more what it was, so that nothing is written over it. */
export function readTextAgain(absolute: string, { size, modified }: FileStamp): string {
  try {
    const now = statSync(absolute);
    const isSame = now.size === size && now.mtimeMs === modified;
    return isSame ? new TextDecoder().decode(readFileSync(absolute)) : '';
  } catch {
    return '';
  }
}

function textOf(read: BytesRead, file: string, maxSize: number): string | CliMessage {
  if ('bytes' in read) return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
  const { tooLarge: size } = read;
  return size === null
    ? { code: 'input.too-large', path: file, limit: String(maxSize) }
    : { code: 'post.too-large', path: file, ...sizeTexts(size, bytesOf(maxSize)) };
}

function problemOf(error: unknown, file: string): CliMessage {
  return isNotUtf8(error)
    ? { code: 'post.not-utf8', path: file }
    : { code: 'path.unreadable', path: file, reason: reasonOf(error) };
}

/** Another error of a decoder is that of a text longer than strings may be. */
function isNotUtf8(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
