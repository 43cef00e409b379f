// What a rule says of the links of a post, or of its tags, one by one; it suggests names for the first alone.
import { mostSuggestions } from './nearest.js';
import type { BlogContext, Finding } from './rule.js';

export function linkFindings<Link>(
  links: readonly Link[],
  context: BlogContext,
  findingOf: (link: Link, context: BlogContext, suggests: boolean) => Finding | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const link of links) {
    const finding = findingOf(link, context, findings.length < mostSuggestions);
    if (finding) findings.push(finding);
  }
  return findings;
}
