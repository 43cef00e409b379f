// The words that commands share: paths, formats, and the options of every command that reads posts.
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { defaultMaxPostSize } from '../core/post/size.js';
import type { CliHost } from './host.js';
import { cliText } from './messages.js';

export interface PostOptions {
  readonly config?: string;
  /** In megabytes. */
  readonly maxSize: number;
}

/** A command over paths that prints in one of several formats, of which the first is the usual one. */
export function addPathsCommand(
  program: Command,
  { language }: CliHost,
  words: {
    readonly name: string;
    readonly description:
      'check.description' | 'eval.description' | 'labels.description' | 'site.description';
    readonly paths: 'argument.paths' | 'argument.sitePaths';
    readonly formats: readonly [string, ...string[]];
  },
): Command {
  return program
    .command(words.name)
    .description(cliText({ code: words.description }, language))
    .addArgument(new Argument('<paths...>', cliText({ code: words.paths }, language)))
    .addOption(
      new Option('--format <format>', cliText({ code: 'option.format' }, language))
        .choices(words.formats)
        .default(words.formats[0]),
    );
}

/** The formats of the commands that only list. */
export const listFormats = ['pretty', 'json'] as const;
export type ListFormat = (typeof listFormats)[number];

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
