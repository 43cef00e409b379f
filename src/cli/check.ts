// `postulate check`: the findings of all rules over posts.
import { applyBaseline, writeBaseline } from './baselineFile.js';
import { addCheckCommand, type CheckOptions } from './checkOptions.js';
import { checkPosts, summarize } from './checkPosts.js';
import type { CliCommand, ExitCode } from './command.js';
import { formats } from './formats/formats.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import type { PlacedFinding } from './placedFinding.js';
import { readPosts, type PostFile } from './posts.js';
import { changedSince } from './since.js';

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
  options: CheckOptions,
): Promise<ExitCode> {
  const { posts, skipped, faults, leftOut } = await readPosts(host, paths, options);
  complain(host, ...faults, ...leftOut, ...skipped);
  if (faults.length > 0) return 2;
  const found = checkPosts(posts);
  if (options.writeBaseline !== undefined) {
    return keepAsBaseline(host, options.writeBaseline, found, posts);
  }
  const findings = await narrowed(host, options, found, posts);
  return findings === null ? 2 : report(host, options, findings, posts);
}

async function keepAsBaseline(
  host: CliHost,
  file: string,
  findings: readonly PlacedFinding[],
  posts: readonly PostFile[],
): Promise<ExitCode> {
  const fault = await writeBaseline(host.cwd, file, findings, posts);
  const count = String(findings.length);
  complain(host, fault ?? { code: 'baseline.written', path: file, count });
  return fault ? 2 : 0;
}

/** The findings that the options ask for; `null` where they cannot be told, which has been said. */
async function narrowed(
  host: CliHost,
  { baseline, since }: CheckOptions,
  found: readonly PlacedFinding[],
  posts: readonly PostFile[],
): Promise<readonly PlacedFinding[] | null> {
  let findings = found;
  if (baseline !== undefined) {
    const applied = await applyBaseline(host.cwd, baseline, findings, posts);
    complain(host, ...('fault' in applied ? [applied.fault] : applied.notes));
    if ('fault' in applied) return null;
    findings = applied.findings;
  }
  if (since !== undefined) {
    const changed = await changedSince(host.git, since, findings, posts);
    if ('fault' in changed) {
      complain(host, changed.fault);
      return null;
    }
    findings = changed.findings;
  }
  return findings;
}

function report(
  host: CliHost,
  { format, maxWarnings }: CheckOptions,
  findings: readonly PlacedFinding[],
  posts: readonly PostFile[],
): ExitCode {
  const summary = summarize(findings);
  host.print(formats[format]({ findings, posts, summary }, host));
  const tooMany = maxWarnings !== undefined && summary.warning > maxWarnings;
  return summary.error > 0 || tooMany ? 1 : 0;
}
