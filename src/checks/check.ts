// Runs the rules over one post.
import type { BlogView } from '../core/blog/blogIndex.js';
import { rules } from './rules.js';
import {
  severities,
  type BlogContext,
  type Finding,
  type PostContext,
  type Rule,
  type Severity,
} from './rule.js';

export interface CheckContext extends PostContext {
  readonly blog: BlogView;
}

export interface ReportedFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
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
    ...checkInBlog({ path, site, facts, blog: context.blog }, settings),
  ]);
}

/** What can be said of a post whatever its blog holds. */
export function checkAlone(
  context: PostContext,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  return inOrder(
    rules.flatMap((rule) => {
      const setting = settings[rule.code];
      if (rule.sees !== 'post' || setting === 'off') return [];
      return report(rule, rule.check(context), setting);
    }),
  );
}

/** What the blog around a post adds: no more than its facts are needed. */
export function checkInBlog(
  context: BlogContext,
  settings: RuleSettings = {},
): readonly ReportedFinding[] {
  return inOrder(
    rules.flatMap((rule) => {
      const setting = settings[rule.code];
      if (rule.sees !== 'blog' || setting === 'off') return [];
      return report(rule, rule.check(context), setting);
    }),
  );
}

export function inOrder(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return [...findings].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  );
}

function report(
  rule: Rule,
  findings: readonly Finding[],
  setting: Severity | undefined,
): readonly ReportedFinding[] {
  return findings.map((finding) => ({
    ...finding,
    rule: rule.code,
    severity: milder(setting ?? rule.severity, finding.severity),
  }));
}

/** A finding that weighs less than its rule stays so, whatever the rule is set to. */
function milder(severity: Severity, own: Severity | undefined): Severity {
  if (own === undefined) return severity;
  return severities.indexOf(own) > severities.indexOf(severity) ? own : severity;
}
