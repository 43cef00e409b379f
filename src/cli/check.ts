// `postulate check`: the findings of all rules over posts.
import { dayOf } from '../core/post/publication.js';
import { writeBaseline } from './baselineFile.js';
import { compareBuilt, type ComparedPages } from './builtPages.js';
import { addCheckCommand, type CheckOptions } from './checkOptions.js';
import { checkPosts, summarize } from './checkPosts.js';
import type { CliCommand, ExitCode } from './command.js';
import { Examiner, type Examined } from './examiner.js';
import { readEarlierPosts } from './earlierPosts.js';
import { fixPosts } from './fixPosts.js';
import { formats } from './formats/formats.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import { narrow } from './narrow.js';
import type { PlacedFinding } from './placedFinding.js';
import { findPosts, isStandardInput, type PostFile } from './posts.js';
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
  return { code, read: configFiles };
}

async function checkFound(
  host: CliHost,
  options: CheckOptions,
  found: readonly PostFile[],
): Promise<ExitCode> {
  const examiner = examinerFor(host, options);
  const examined = await examiner.examine(found);
  complain(host, ...examined.skipped);
  const posts = examined.posts.map(({ post }) => post);
  const left = options.fix === true ? await mend(host, options, posts, examiner) : posts;
  const compared = left && (await compareWithPages(host, options, left));
  if (!left || !compared) return 2;
  const findings = await findToday(host, options, await examiner.examine(left), compared);
  if (options.writeBaseline !== undefined) {
    return keepAsBaseline(host, options.writeBaseline, findings, left);
  }
  const narrowed = await narrow(host, options, findings, left);
  if ('fault' in narrowed) {
    complain(host, narrowed.fault);
    return 2;
  }
  complain(host, ...narrowed.notes);
  return report(host, options, narrowed.findings, left);
}

function examinerFor(
  { cache, threads }: CliHost,
  { maxSize, cache: isKept, cacheDir }: CheckOptions,
): Examiner {
  return new Examiner({
    maxSize,
    cache: isKept ? cache(cacheDir ?? null) : null,
    threads,
    now: () => Date.now(),
  });
}

/** `null` where there is nothing to compare with, which has been said. */
async function compareWithPages(
  host: CliHost,
  { built }: CheckOptions,
  posts: readonly PostFile[],
): Promise<ComparedPages['findings'] | null> {
  if (built === undefined) return new Map();
  const compared = await compareBuilt(host.cwd, built, posts);
  if ('fault' in compared) {
    complain(host, compared.fault);
    return null;
  }
  complain(host, ...compared.notes);
  return compared.findings;
}

async function findToday(
  { git }: CliHost,
  { since }: CheckOptions,
  examined: Examined,
  compared?: ComparedPages['findings'],
): Promise<readonly PlacedFinding[]> {
  const earlier = await readEarlierPosts(git, since ?? 'HEAD', examined.posts);
  return checkPosts(examined, { today: dayOf(new Date()), earlier }, compared);
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

/** The posts as they are after it; `null` where it cannot be told what to mend, which has been said. */
async function mend(
  host: CliHost,
  options: CheckOptions,
  posts: readonly PostFile[],
  examiner: Examiner,
): Promise<readonly PostFile[] | null> {
  const fixed = await fixPosts(posts, async (current) => {
    const findings = await findToday(host, options, await examiner.examine(current));
    const narrowed = await narrow(host, options, findings, current);
    if (!('fault' in narrowed)) return narrowed.findings;
    complain(host, narrowed.fault);
    return null;
  });
  if (fixed === null) return null;
  complain(host, ...fixed.notes);
  for (const post of fixed.posts) if (isStandardInput(post)) host.print(post.text);
  return fixed.posts;
}

function report(
  host: CliHost,
  { format, fix, maxWarnings }: CheckOptions,
  findings: readonly PlacedFinding[],
  posts: readonly PostFile[],
): ExitCode {
  const summary = summarize(findings);
  const printsPost = fix === true && posts.some(isStandardInput);
  const text = formats[format]({ findings, posts, summary }, host);
  (printsPost ? host.printError : host.print)(text);
  const tooMany = maxWarnings !== undefined && summary.warning > maxWarnings;
  return summary.error > 0 || tooMany ? 1 : 0;
}
