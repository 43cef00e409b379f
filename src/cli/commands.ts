// Every command of the command line.
import type { CliCommand } from './command.js';
import { labels } from './labels.js';

export const commands: readonly CliCommand[] = [labels];
