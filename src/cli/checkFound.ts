// One check of posts that were found: mended, compared with their pages and narrowed as asked, then reported.
import { dayOf } from '../core/post/publication.js';
import { writeBaseline } from './baselineFile.js';
import { compareBuilt, type ComparedPages } from './builtPages.js';
import type { CheckOptions } from './checkOptions.js';
import { checkPosts, summarize } from './checkPosts.js';
import type { ExitCode } from './command.js';
import { readEarlierPosts } from './earlierPosts.js';
import { Examiner } from './examiner.js';
import { fixPosts } from './fixPosts.js';
import { formats } from './formats/formats.js';
import type { CliHost } from './host.js';
import { complain } from './messages.js';
import { narrow } from './narrow.js';
import type { PlacedFinding } from './placedFinding.js';
import { isStandardInput, type PostFile } from './postFile.js';
import { printPieces } from './print.js';
import { textFiles } from './textFiles.js';
import type { CliMessage } from './texts/message.js';

export async function checkFound(
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
  const findings = await findToday(host, options, examiner, left, compared);
  if (options.writeBaseline !== undefined) {
    return keepAsBaseline(host, options.writeBaseline, findings, left);
  }
  const narrowed = heard(host, await narrow(host, options, findings, left));
  return narrowed ? report(host, options, narrowed.findings, left) : 2;
}

function examinerFor(
  { cwd, cache, threads }: CliHost,
  { config, maxSize, cache: isKept, cacheDir }: CheckOptions,
): Examiner {
  return new Examiner({
    reading: { cwd, config, maxSize },
    cache: isKept ? cache(cacheDir ?? null) : null,
    threads,
    now: () => Date.now(),
  });
}

/** Says what there is to say of a step; `null` where nothing can come after it. */
function heard<Result extends { readonly notes: readonly CliMessage[] }>(
  host: CliHost,
  result: Result | { readonly fault: CliMessage },
): Result | null {
  const hasFailed = 'fault' in result;
  complain(host, ...(hasFailed ? [result.fault] : result.notes));
  return hasFailed ? null : result;
}

/** The posts as they are after it. */
async function mend(
  host: CliHost,
  options: CheckOptions,
  posts: readonly PostFile[],
  examiner: Examiner,
): Promise<readonly PostFile[] | null> {
  const fixed = await fixPosts(posts, async (current) => {
    const findings = await findToday(host, options, examiner, current);
    return narrow(host, options, findings, current);
  });
  const mended = heard(host, fixed)?.posts ?? null;
  for (const post of mended ?? []) if (isStandardInput(post)) host.print(post.text);
  return mended;
}

async function compareWithPages(
  host: CliHost,
  { built }: CheckOptions,
  posts: readonly PostFile[],
): Promise<ComparedPages['findings'] | null> {
  if (built === undefined) return new Map();
  return heard(host, await compareBuilt(host.cwd, built, posts))?.findings ?? null;
}

async function findToday(
  host: CliHost,
  options: CheckOptions,
  examiner: Examiner,
  posts: readonly PostFile[],
  compared?: ComparedPages['findings'],
): Promise<readonly PlacedFinding[]> {
  const examined = await examiner.examine(posts);
  try {
    const earlier = await readEarlierPosts(host.git, options.since ?? 'HEAD', examined.posts);
    return await checkPosts(examined, { today: dayOf(new Date()), earlier }, compared);
  } catch (error) {
    if (!examiner.forgetKept()) throw error;
    return findToday(host, options, examiner, posts, compared);
  }
}

async function keepAsBaseline(
  host: CliHost,
  file: string,
  findings: readonly PlacedFinding[],
  posts: readonly PostFile[],
): Promise<ExitCode> {
  const fault = await writeBaseline(host.cwd, file, findings, textFiles(posts));
  const count = String(findings.length);
  complain(host, fault ?? { code: 'baseline.written', path: file, count });
  return fault ? 2 : 0;
}

function report(
  host: CliHost,
  { format, fix, maxWarnings }: CheckOptions,
  findings: readonly PlacedFinding[],
  posts: readonly PostFile[],
): ExitCode {
  const summary = summarize(findings);
  const printsPost = fix === true && posts.some(isStandardInput);
  const print = printsPost ? host.printError : host.print;
  printPieces(print, formats[format]({ findings, posts, summary }, host));
  const tooMany = maxWarnings !== undefined && summary.warning > maxWarnings;
  return summary.error > 0 || tooMany ? 1 : 0;
}
