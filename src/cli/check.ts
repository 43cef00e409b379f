// `postulate check`: the findings of all rules over posts.
import path from 'node:path';
import { addCheckCommand, type CheckOptions } from './checkOptions.js';
import { checkFound } from './checkFound.js';
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import { isStandardInput } from './postFile.js';
import { findPosts } from './posts.js';
import { worksheetBeside } from '../core/post/worksheetFile.js';
import { watchAndRun } from './watch.js';

export const check: CliCommand = {
  register(program, host, exit) {
    addCheckCommand(program, host).action(
      async (paths: readonly string[], options: CheckOptions) => {
        exit(
          options.watch === true
            ? await keepChecking(host, paths, options)
            : (await runCheck(host, paths, options)).code,
        );
      },
    );
  },
};

interface CheckRun {
  readonly code: ExitCode;
  /** What it depends on beside the posts. */
  readonly read: readonly string[];
}

async function keepChecking(
  host: CliHost,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  if (paths.some((name) => isStandardInput({ file: name }))) {
    complain(host, { code: 'watch.input' });
    return 2;
  }
  const { baseline, config } = options;
  const others = [baseline, config].filter((file) => file !== undefined);
  await watchAndRun(host, [...paths, ...others], (each) => runCheck(each, paths, options));
  return 0;
}

async function runCheck(
  host: CliHost,
  paths: readonly string[],
  options: CheckOptions,
): Promise<CheckRun> {
  const { posts, skipped, faults, leftOut, configFiles } = await findPosts(host, paths, options);
  complain(host, ...faults, ...leftOut, ...skipped);
  const code = faults.length > 0 ? 2 : await checkFound(host, options, posts);
  // Of a folder they are watched with it.
  const named = new Set(paths.map((name) => path.resolve(host.cwd, name)));
  const worksheets = posts.flatMap(({ absolute }) =>
    named.has(absolute) ? (worksheetBeside(absolute) ?? []) : [],
  );
  return { code, read: [...configFiles, ...worksheets] };
}
