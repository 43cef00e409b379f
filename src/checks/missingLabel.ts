// link.missing-label: a link to an equation of a post that has no such label.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import type { LinkFacts, PostFacts } from '../core/post/facts.js';
import { remembered } from '../core/remembered.js';
import { nearestName } from './nearest.js';
import { linkFindings } from './linkFindings.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const missingLabel: BlogRule = {
  sees: 'blog',
  code: 'link.missing-label',
  severity: 'warning',
  check: (context) => linkFindings(context.facts.links, context, findingOf),
};

/** Other fragments may be headings, or made by the site. */
const namesEquation = /^(?:mjx-eqn[:-])?eqn?:/i;

function findingOf(
  { target, targetSpan: span }: LinkFacts,
  { path, facts, blog }: BlogContext,
  suggests: boolean,
): Finding | null {
  const resolved = target.includes('#') ? resolveLink(path, target) : null;
  if (!resolved || !namesEquation.test(resolved.fragment)) return null;
  const linked = resolved.path === path ? facts : blog.facts(resolved.path);
  // Posts without a single label may have anchors of another kind.
  if (!linked || linked.labels.length === 0) return null;
  const key = addressOfFragment(resolved.fragment);
  const addresses = addressesOf(linked);
  if (addresses.has(key)) return null;
  const near = suggests ? nearestName(key, addresses) : null;
  const data = { key, post: resolved.path };
  return {
    span,
    message:
      near === null
        ? message('link.missing-label', data)
        : message('link.missing-label.near', { ...data, near }),
  };
}

const addressesOf = remembered(
  ({ labels }: PostFacts) => new Set(labels.map(({ key }) => labelAddress(key))),
);
