// Reads the files of macros that a configuration names.
import path from 'node:path';
import type { MacroFileFault } from '../checks/macroFiles.js';
import { bytesOf } from '../core/post/size.js';
import { isMacroFile, maxMacroFileSize } from '../core/site/blogMacros.js';
import { liesIn } from './liesIn.js';
import { readPlainFile } from './readBytes.js';

/** `folder` is that of the configuration; the file lies below it or below the working directory. */
export async function readMacroFileText(
  folder: string,
  named: string,
  workingDirectory: string,
): Promise<{ readonly text: string } | MacroFileFault> {
  if (!isMacroFile(named)) return { kind: 'ending' };
  if (path.isAbsolute(named)) return { kind: 'outside' };
  const file = path.resolve(folder, named);
  try {
    if (!(await liesIn(file, [folder, workingDirectory]))) return { kind: 'outside' };
    const limit = bytesOf(maxMacroFileSize);
    const read = await readPlainFile(file, limit);
    if (read === null) return { kind: 'missing' };
    if (!('bytes' in read)) return { kind: 'too-large', size: read.tooLarge ?? limit + 1 };
    return decode(read.bytes);
  } catch {
    return { kind: 'missing' };
  }
}

function decode(bytes: Uint8Array): { readonly text: string } | MacroFileFault {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'not-text' };
  }
}
