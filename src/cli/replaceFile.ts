// Writes a file whole or not at all.
import { randomUUID } from 'node:crypto';
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** Where a link stands, the file that it leads to is replaced; its mode is kept. The reason where it failed. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<string | null> {
  const target = await realpath(file).catch(() => file);
  const beside = `${target}.${randomUUID()}.tmp`;
  try {
    // A file that may not be written is not replaced, though its folder would allow it.
    await access(target, constants.W_OK).catch((error: unknown) => {
      if (reasonOf(error) !== 'ENOENT') throw error;
    });
    await writeFile(beside, bytes, { flag: 'wx' });
    const mode = await stat(target).then(
      (found) => found.mode,
      () => null,
    );
    if (mode !== null) await chmod(beside, mode & 0o7777);
    await rename(beside, target);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return reasonOf(error);
  }
}

/** The code of the system, such as `EACCES`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
