// Files of data on disk, read in windows: for the worker that evaluates, and for the command line.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import type { DataHost } from '../evaluate/data/dataFile.js';

/** A location is a URI. */
export const nodeData: DataHost = {
  open(location) {
    const file = openPlainFile(location);
    return (
      file && {
        size: file.size,
        read: (start, length) => readWindow(file.handle, start, length),
        close: () => {
          closeSync(file.handle);
        },
      }
    );
  },
  inflate(bytes, size) {
    try {
      const inflated = inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) });
      return inflated.length === size ? inflated : null;
    } catch {
      return null;
    }
  },
  text(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  },
};

/** A pipe that has taken the place of the file would be waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

function openPlainFile(
  location: string,
): { readonly handle: number; readonly size: number } | null {
  try {
    const handle = openSync(fileURLToPath(location), FLAGS);
    const stat = fstatSync(handle);
    if (stat.isFile()) return { handle, size: stat.size };
    closeSync(handle);
    return null;
  } catch {
    return null;
  }
}

/** `null` where the file is shorter now. */
function readWindow(handle: number, start: number, length: number): Uint8Array | null {
  const bytes = new Uint8Array(length);
  try {
    for (let at = 0; at < length;) {
      const read = readSync(handle, bytes, at, length - at, start + at);
      if (read === 0) return null;
      at += read;
    }
    return bytes;
  } catch {
    return null;
  }
}
