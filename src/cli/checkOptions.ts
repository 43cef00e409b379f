// The words of `postulate check`.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatNames, type FormatName } from './formats/formats.js';
import type { CliHost } from './host.js';
import { cliText } from './messages.js';
import type { CliMessage } from './texts/message.js';
import { addPathsCommand, addPostOptions, type PostOptions } from './postOptions.js';

export interface CheckOptions extends PostOptions {
  readonly format: FormatName;
  readonly maxWarnings?: number;
  readonly since?: string;
  readonly watch?: boolean;
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly built?: string;
  /** Whether what was found out is kept from run to run. */
  readonly cache: boolean;
  readonly cacheDir?: string;
}

type SimpleOption =
  `option.${'since' | 'fix' | 'built' | 'watch' | 'baseline' | 'write-baseline' | 'no-cache' | 'cache-dir'}`;

export function addCheckCommand(program: Command, host: CliHost): Command {
  const text = (message: CliMessage): string => cliText(message, host.language);
  const option = (flags: string, code: SimpleOption): Option => new Option(flags, text({ code }));
  const command = addPathsCommand(program, host, {
    name: 'check',
    description: 'check.description',
    paths: 'argument.paths',
    formats: formatNames,
  })
    .addOption(
      new Option('--max-warnings <count>', text({ code: 'option.max-warnings' })).argParser(
        (given) => readCount(given, host),
      ),
    )
    .addOption(option('--since <ref>', 'option.since'))
    .addOption(option('--built <folder>', 'option.built'))
    .addOption(option('--fix', 'option.fix'))
    .addOption(option('--watch', 'option.watch'))
    .addOption(option('--baseline <file>', 'option.baseline'))
    .addOption(
      option('--write-baseline <file>', 'option.write-baseline').conflicts([
        'baseline',
        'since',
        'fix',
      ]),
    )
    .addOption(option('--no-cache', 'option.no-cache'))
    .addOption(option('--cache-dir <folder>', 'option.cache-dir'));
  return addPostOptions(command, host);
}

function readCount(given: string, { language }: CliHost): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new InvalidArgumentError(cliText({ code: 'option.not-a-count', given }, language));
}
