// link.missing-label: a link to an equation of a post that has no such label.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import type { LinkFacts } from '../core/post/facts.js';
import { nearestName } from './nearest.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const missingLabel: BlogRule = {
  sees: 'blog',
  code: 'link.missing-label',
  severity: 'warning',
  check(context) {
    return context.facts.links.flatMap((link) => findingOf(link, context) ?? []);
  },
};

/** Other fragments may be headings, or made by the site. */
const namesEquation = /^(?:mjx-eqn[:-])?eqn?:/i;

function findingOf(
  { target, targetSpan: span }: LinkFacts,
  { path, facts, blog }: BlogContext,
): Finding | null {
  const resolved = target.includes('#') ? resolveLink(path, target) : null;
  if (!resolved || !namesEquation.test(resolved.fragment)) return null;
  const linked = resolved.path === path ? facts : blog.facts(resolved.path);
  // Posts without a single label may have anchors of another kind.
  if (!linked || linked.labels.length === 0) return null;
  const key = addressOfFragment(resolved.fragment);
  const addresses = linked.labels.map((label) => labelAddress(label.key));
  if (addresses.includes(key)) return null;
  const near = nearestName(key, addresses);
  const data = { key, post: resolved.path };
  return {
    span,
    message:
      near === null
        ? message('link.missing-label', data)
        : message('link.missing-label.near', { ...data, near }),
    related: [],
  };
}
