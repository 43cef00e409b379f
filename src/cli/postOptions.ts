// The options of every command that reads posts.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { defaultMaxPostSize } from '../core/post/size.js';
import type { CliHost } from './host.js';
import { cliText } from './messages.js';

export interface PostOptions {
  readonly config?: string;
  /** In megabytes. */
  readonly maxSize: number;
}

export function addPostOptions(command: Command, host: CliHost): Command {
  return addConfigOption(command, host).addOption(
    new Option('--max-size <megabytes>', cliText({ code: 'option.max-size' }, host.language))
      .argParser((given) => readSize(given, host))
      .default(defaultMaxPostSize),
  );
}

export function addConfigOption(command: Command, { language }: CliHost): Command {
  return command.option('--config <file>', cliText({ code: 'option.config' }, language));
}

function readSize(given: string, { language }: CliHost): number {
  const size = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : 0;
  if (size > 0) return size;
  throw new InvalidArgumentError(cliText({ code: 'option.not-a-size', given }, language));
}
