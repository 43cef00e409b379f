// The bytes of a file or of standard input, and no more of them than a limit.
import { open, stat } from 'node:fs/promises';

export type BytesRead =
  | { readonly bytes: Uint8Array }
  /** `null` where all there is to know is that it is over the limit. */
  | { readonly tooLarge: number | null };

/** Rejects where the file cannot be read. A file that is too large is not read at all. */
export async function readFileBytes(file: string, limit: number): Promise<BytesRead> {
  const handle = await open(file);
  try {
    const stat = await handle.stat();
    if (stat.size > limit) return { tooLarge: stat.size };
    if (stat.isFile()) return { bytes: await handle.readFile() };
    // A pipe or a device has no size, and perhaps no end.
    return await readStreamBytes(handle.createReadStream({ autoClose: false }), limit);
  } finally {
    await handle.close();
  }
}

/** The same, but `null` of what is no file: a pipe would be waited for, and a device has no end. */
export async function readPlainFile(file: string, limit: number): Promise<BytesRead | null> {
  return (await stat(file)).isFile() ? readFileBytes(file, limit) : null;
}

export async function readStreamBytes(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<BytesRead> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return { tooLarge: null };
    read.push(chunk);
  }
  return { bytes: Buffer.concat(read) };
}
