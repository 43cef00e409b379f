// What is said of files of macros, and of the definitions in them.
import type { MacroProblem } from '../core/numbering/macroFile.js';
import { bytesOf, sizeTexts } from '../core/post/size.js';
import { maxMacroFileSize } from '../core/site/blogMacros.js';
import { message, type Message } from './messages.js';

/** Why a file that a configuration names is not read. */
export type MacroFileFault =
  | { readonly kind: 'missing' | 'outside' | 'ending' | 'not-text' }
  | { readonly kind: 'too-large'; readonly size: number };

export function messageOfDefinition({ code, subject }: MacroProblem): Message {
  return message(`macros.${code}`, { subject });
}

/** `path` is as the configuration names it. */
export function messageOfMacroFile(path: string, fault: MacroFileFault): Message {
  const sizes = fault.kind === 'too-large' ? sizeTexts(fault.size, bytesOf(maxMacroFileSize)) : {};
  return message(`macros.file-${fault.kind}`, { path, ...sizes });
}
