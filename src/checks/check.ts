// Runs the rules over one post.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { PostFacts } from '../core/post/facts.js';
import { isIgnored } from '../core/post/ignores.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { evaluationProblem } from './evaluationProblem.js';
import type { Message } from './messages.js';
import { rules } from './rules.js';
import {
  severities,
  type BlogContext,
  type Finding,
  type PageContext,
  type PostContext,
  type RelatedPlace,
  type Rule,
  type Severity,
  type Surroundings,
} from './rule.js';

export interface CheckContext extends PostContext {
  readonly blog: BlogView;
  readonly around: Surroundings;
}

export interface ReportedFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly related: readonly RelatedPlace[];
}

/** What a blog wants to hear of: a severity, or `off`, for the rules that it names. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** In the order of their places. */
export function checkPost(
  context: CheckContext,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  const { path, site, facts } = context.post;
  return inOrder([
    ...checkAlone(context, settings),
    ...checkInBlog({ path, site, facts, blog: context.blog, around: context.around }, settings),
  ]);
}

/** What can be said of a post whatever its blog holds. */
export function checkAlone(
  context: PostContext,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  const { results, post } = context;
  return inOrder([
    ...checkBy(postRules, post.facts, settings, (rule) => rule.check(context)),
    ...checkBy(resultRules, post.facts, settings, (rule) => rule.check(results, 'post')),
  ]);
}

/** What can be said of the worksheet beside a post, by the results of both, or why there are none. */
export function checkWorksheet(
  results: readonly EvaluationResult[],
  fault: Message | null,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  if (fault !== null) return faultOfWorksheet(fault, settings);
  return checkBy(resultRules, { ignores: [] }, settings, (rule) =>
    rule.check(results, 'worksheet'),
  );
}

/** Why nothing is evaluated with a worksheet beside a post. */
export function faultOfWorksheet(
  fault: Message,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  const findings = [{ span: { start: 0, end: 0 }, message: fault }];
  return checkBy([evaluationProblem], { ignores: [] }, settings, () => findings);
}

/** What the blog around a post adds: no more than its facts are needed. */
export function checkInBlog(
  context: BlogContext,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  return checkBy(blogRules, context.facts, settings, (rule) => rule.check(context));
}

/** What the page that the site's generator made shows otherwise than the post. */
export function checkAgainstPage(
  context: PageContext,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  return checkBy(pageRules, context.post.facts, settings, (rule) => rule.check(context));
}

const postRules = rules.filter((rule) => rule.sees === 'post');
const resultRules = rules.filter((rule) => rule.sees === 'results');
const blogRules = rules.filter((rule) => rule.sees === 'blog');
const pageRules = rules.filter((rule) => rule.sees === 'page');

function checkBy<Kind extends Rule>(
  rules: readonly Kind[],
  { ignores }: Pick<PostFacts, 'ignores'>,
  settings: RuleSettings,
  findingsOf: (rule: Kind) => readonly Finding[],
): readonly ReportedFinding[] {
  const reported: ReportedFinding[] = [];
  for (const rule of rules) {
    const { code } = rule;
    const severity = settings[code] ?? rule.severity;
    if (severity === 'off') continue;
    for (const finding of findingsOf(rule)) {
      if (isIgnored(ignores, code, finding.span)) continue;
      const weight = milder(severity, finding.severity);
      reported.push({ related: [], ...finding, rule: code, severity: weight });
    }
  }
  return reported.length > 1 ? inOrder(reported) : reported;
}

export function inOrder(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return [...findings].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
}

/** A finding that weighs less than its rule stays so, whatever the rule is set to. */
function milder(severity: Severity, own: Severity | undefined): Severity {
  if (own === undefined) return severity;
  return severities.indexOf(own) > severities.indexOf(severity) ? own : severity;
}
