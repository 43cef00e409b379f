// What a command knows of the world around it, so that tests can be one.

import type { Git } from './git.js';

export interface CliHost {
  readonly cwd: string;
  readonly language: CliLanguage;
  /** Whether what is printed may be coloured. */
  readonly colors: boolean;
  readonly readInput: () => AsyncIterable<Uint8Array>;
  readonly git: Git;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

export type CliLanguage = 'en' | 'zh-cn';
