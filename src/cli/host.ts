// What a command knows of the world around it, so that tests can be one.

import type { BlogCache } from '../server/host.js';
import type { Changes } from './changes.js';
import type { Threads } from './crew.js';
import type { Git } from './git.js';

export interface CliHost {
  /** The file of the program; beside it, in `node`, are those of the workers. */
  readonly program: string;
  readonly cwd: string;
  readonly language: CliLanguage;
  /** Whether what is printed may be coloured. */
  readonly colors: boolean;
  readonly readInput: () => AsyncIterable<Uint8Array>;
  readonly git: Git;
  /** Of files and folders, by their absolute paths. */
  readonly changes: (paths: readonly string[]) => Changes;
  /** What was found out in earlier runs, in this folder or in the usual one. */
  readonly cache: (folder: string | null) => BlogCache | null;
  readonly threads: Threads | null;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

export type CliLanguage = 'en' | 'zh-cn';
