// Writes a post that a command has changed over the text that it was made of.
import { readFile } from 'node:fs/promises';
import type { PostFile } from './postFile.js';
import { replaceFile } from './replaceFile.js';
import type { CliMessage } from './texts/message.js';

/** Only over the text that was read: someone may have written meanwhile. `null` where it is written. */
export async function writePost(
  { file, absolute, text }: PostFile,
  before: string,
): Promise<CliMessage | null> {
  const bytes = await readFile(absolute).catch(() => null);
  if (bytes === null || new TextDecoder().decode(bytes) !== before) {
    return { code: 'fix.changed', path: file };
  }
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? '\uFEFF' : '';
  const reason = await replaceFile(absolute, new TextEncoder().encode(mark + text));
  return reason === null ? null : { code: 'fix.unwritable', path: file, reason };
}

const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);
