// `postulate check`: the findings of all rules over posts.
import { dayOf } from '../core/post/publication.js';
import { addCheckCommand, type CheckOptions } from './checkOptions.js';
import { checkPosts, summarize } from './checkPosts.js';
import type { CliCommand, ExitCode } from './command.js';
import { formats } from './formats/formats.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import { readPosts } from './posts.js';

export const check: CliCommand = {
  register(program, host, exit) {
    addCheckCommand(program, host).action(
      async (paths: readonly string[], options: CheckOptions) => {
        exit(await runCheck(host, paths, options));
      },
    );
  },
};

async function runCheck(
  host: CliHost,
  paths: readonly string[],
  { format, maxWarnings, ...options }: CheckOptions,
): Promise<ExitCode> {
  const { posts, skipped, faults, leftOut } = await readPosts(host, paths, options);
  complain(host, ...faults, ...leftOut, ...skipped);
  if (faults.length > 0) return 2;
  const findings = await checkPosts(posts, dayOf(new Date()));
  const summary = summarize(findings);
  host.print(formats[format]({ findings, posts, summary }, host));
  const tooMany = maxWarnings !== undefined && summary.warning > maxWarnings;
  return summary.error > 0 || tooMany ? 1 : 0;
}
