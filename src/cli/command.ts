// A command of the command line: its words, and what it does.
import type { Command } from 'commander';
import type { CliHost } from './host.js';

/** 0: done and clean; 1: findings; 2: the command or its config is wrong. */
export type ExitCode = 0 | 1 | 2;

export interface CliCommand {
  /** Adds its words to the program; calls `exit` when it has run. */
  readonly register: (program: Command, host: CliHost, exit: (code: ExitCode) => void) => void;
}
