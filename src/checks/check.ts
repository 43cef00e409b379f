// Runs the rules over one post.
import { rules } from './rules.js';
import { severities, type CheckContext, type Finding, type Rule, type Severity } from './rule.js';

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
  return rules
    .flatMap((rule) => runRule(rule, context, settings[rule.code]))
    .sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}

function runRule(
  rule: Rule,
  context: CheckContext,
  setting: Severity | 'off' | undefined,
): readonly ReportedFinding[] {
  if (setting === 'off') return [];
  return rule.check(context).map((finding) => ({
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
