// What a rule says of the links of a post, one by one; it suggests names for the first of them alone.
import type { LinkFacts } from '../core/post/facts.js';
import { mostSuggestions } from './nearest.js';
import type { BlogContext, Finding } from './rule.js';

export function linkFindings(
  context: BlogContext,
  findingOf: (link: LinkFacts, context: BlogContext, suggests: boolean) => Finding | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const link of context.facts.links) {
    const finding = findingOf(link, context, findings.length < mostSuggestions);
    if (finding) findings.push(finding);
  }
  return findings;
}
