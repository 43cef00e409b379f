// A command that lists something of each post, for people or as JSON.
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { cliText, complain } from './messages.js';
import {
  addPathsCommand,
  addPostOptions,
  listFormats,
  type ListFormat,
  type PostOptions,
} from './postOptions.js';
import { isStandardInput, type PostFile } from './postFile.js';
import { readPosts } from './posts.js';
import { jsonPieces, printPieces } from './print.js';
import { updatePosts } from './updateValues.js';

export interface Listing {
  readonly code: ExitCode;
  /** For programs: in English whatever the reader's language. */
  readonly json: () => readonly unknown[];
  readonly text: () => Iterable<string>;
}

interface ListOptions extends PostOptions {
  readonly format: ListFormat;
  /** Of `eval`: whether displays without a mark are checked, too. */
  readonly all?: boolean;
  /** Of `eval`: whether new values are written into marks that state others. */
  readonly update?: boolean;
}

/** How deep the JSON of a post may be long: the list of posts, what a post has lists of, these. */
const levels = 4;

export function listCommand(
  name: 'eval' | 'labels',
  list: (
    posts: readonly PostFile[],
    host: CliHost,
    options: ListOptions,
  ) => Listing | Promise<Listing>,
): CliCommand {
  return {
    register(program, host, exit) {
      const command = addPathsCommand(program, host, {
        name,
        description: `${name}.description`,
        paths: 'argument.paths',
        formats: listFormats,
      });
      if (name === 'eval') {
        command.option('--all', cliText({ code: 'option.all' }, host.language));
        command.option('--update', cliText({ code: 'option.update' }, host.language));
      }
      addPostOptions(command, host).action(
        async (paths: readonly string[], options: ListOptions) => {
          const { posts, skipped, faults, leftOut } = await readPosts(host, paths, options);
          complain(host, ...faults, ...leftOut, ...skipped);
          const isNothingLeft = posts.length === 0 && skipped.length > 0;
          if (faults.length > 0 || isNothingLeft) return exit(2);
          const current = options.update === true ? await updatePosts(host, posts, options) : posts;
          const { code, json, text } = await list(current, host, options);
          const asJson = options.format === 'json';
          const pieces = asJson ? jsonPieces({ version: 1, posts: json() }, levels) : text();
          const printsPost = options.update === true && posts.some(isStandardInput);
          printPieces(printsPost ? host.printError : host.print, pieces);
          exit(code);
        },
      );
    },
  };
}
