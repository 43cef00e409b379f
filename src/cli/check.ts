// `postulate check`: the findings of all rules over posts.
import { Argument, InvalidArgumentError, Option } from 'commander';
import { checkAlone, checkInBlog, inOrder, type ReportedFinding } from '../checks/check.js';
import { assumedParts } from '../checks/readings.js';
import { noSurroundings } from '../checks/rule.js';
import { BlogIndex } from '../core/blog/blogIndex.js';
import type { Snapshot } from '../core/post/facts.js';
import { openSnapshot } from '../core/post/snapshot.js';
import { lineStarts, positionAt, splitLines } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import { evaluatePost } from '../evaluate/evaluatePost.js';
import { mayHoldResults, postForEvaluation } from '../evaluate/postInput.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { printJson, printPretty } from './checkOutput.js';
import type { CliCommand, ExitCode } from './command.js';
import type { CliHost } from './host.js';
import { cliText, complain, type CliMessage } from './messages.js';
import type { Place, PlacedFinding, Summary } from './placedFinding.js';
import { addPostOptions, type PostOptions } from './postOptions.js';
import { readPosts, type PostFile } from './posts.js';

interface CheckOptions extends PostOptions {
  readonly format: 'pretty' | 'json';
  readonly maxWarnings?: number;
}

export const check: CliCommand = {
  register(program, host, exit) {
    const text = (message: CliMessage): string => cliText(message, host.language);
    const command = program
      .command('check')
      .description(text({ code: 'check.description' }))
      .addArgument(new Argument('<paths...>', text({ code: 'argument.paths' })))
      .addOption(
        new Option('--format <format>', text({ code: 'option.format' }))
          .choices(['pretty', 'json'])
          .default('pretty'),
      )
      .addOption(
        new Option('--max-warnings <count>', text({ code: 'option.max-warnings' })).argParser(
          (given) => readCount(given, host),
        ),
      );
    addPostOptions(command, host).action(
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
  const findings = checkPosts(posts);
  const summary = summarize(findings);
  const report = { findings, posts, summary };
  host.print(format === 'json' ? printJson(report) : printPretty(report, host.language));
  const tooMany = maxWarnings !== undefined && summary.warning > maxWarnings;
  return summary.error > 0 || tooMany ? 1 : 0;
}

/** Posts of one configuration are one blog. */
function checkPosts(posts: readonly PostFile[]): readonly PlacedFinding[] {
  const blogs = new Map<string, BlogIndex>();
  const alone = posts.map((post) => {
    const { site, macros, blogPath: path } = post;
    const snapshot = openSnapshot({ path, version: 0, text: post.text, site: site.site, macros });
    blogOf(blogs, post).updatePost(path, snapshot.facts);
    return checkAlone(
      { post: snapshot, results: resultsOf(snapshot), assumed: assumedParts(site) },
      post.rules,
    );
  });
  return posts.flatMap((post, at) => {
    const blog = blogOf(blogs, post);
    const facts = blog.facts(post.blogPath);
    const { blogPath: path, site } = post;
    const around = noSurroundings;
    const inBlog = facts
      ? checkInBlog({ path, site: site.site, facts, blog, around }, post.rules)
      : [];
    return place(post, inOrder([...(alone[at] ?? []), ...inBlog]));
  });
}

function resultsOf(snapshot: Snapshot): readonly EvaluationResult[] {
  return mayHoldResults(snapshot) ? evaluatePost(postForEvaluation(snapshot)) : [];
}

function blogOf(blogs: Map<string, BlogIndex>, { blog, wholeBlog }: PostFile): BlogIndex {
  let index = blogs.get(blog);
  if (!index) {
    index = new BlogIndex();
    index.isComplete = wholeBlog;
    blogs.set(blog, index);
  }
  return index;
}

function place(
  { file, text }: PostFile,
  findings: readonly ReportedFinding[],
): readonly PlacedFinding[] {
  if (findings.length === 0) return [];
  const starts = lineStarts(splitLines(text));
  return findings.map((finding) => ({
    file,
    finding,
    place: placeOf(starts, finding.span),
    related: finding.related.map((related) => placeOf(starts, related.span)),
  }));
}

function placeOf(starts: Uint32Array, span: Span): Place {
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function summarize(findings: readonly PlacedFinding[]): Summary {
  const summary = { error: 0, warning: 0, info: 0, hint: 0 } satisfies Summary;
  for (const { finding } of findings) summary[finding.severity]++;
  return summary;
}

function readCount(given: string, { language }: CliHost): number {
  if (/^\d+$/.test(given)) return Number(given);
  throw new InvalidArgumentError(cliText({ code: 'option.not-a-count', given }, language));
}
