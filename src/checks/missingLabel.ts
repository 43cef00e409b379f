// link.missing-label: a link to an equation of a post that has no such label.
import { addressOfFragment, labelAddress, resolveLink } from '../core/blog/links.js';
import { postOfReference } from '../core/blog/linkedPost.js';
import type { LinkFacts, PostFacts } from '../core/post/facts.js';
import type { PageReferenceFacts } from '../core/post/pageReferences.js';
import { remembered } from '../core/remembered.js';
import type { Span } from '../core/text/span.js';
import { nearestName } from './nearest.js';
import { linkFindings } from './linkFindings.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const missingLabel: BlogRule = {
  sees: 'blog',
  code: 'link.missing-label',
  severity: 'warning',
  check: (context) => [
    ...linkFindings(context.facts.links, context, linkFinding),
    ...linkFindings(context.facts.pageReferences, context, tagFinding),
  ],
};

/** Other fragments may be headings, or made by the site. */
export const namesEquation = /^(?:mjx-eqn[:-])?eqn?:/i;

function linkFinding(
  { target, targetSpan: span }: LinkFacts,
  context: BlogContext,
  suggests: boolean,
): Finding | null {
  const resolved = target.includes('#') ? resolveLink(context.path, target) : null;
  return resolved && findingOf(resolved.path, resolved.fragment, span, context, suggests);
}

function tagFinding(
  reference: PageReferenceFacts,
  context: BlogContext,
  suggests: boolean,
): Finding | null {
  if (reference.fragment === null) return null;
  const { text, span } = reference.fragment;
  const post = postOfReference(context.path, reference, context.blog);
  return post === null ? null : findingOf(post, text, span, context, suggests);
}

function findingOf(
  post: string,
  fragment: string,
  span: Span,
  { path, facts, blog }: BlogContext,
  suggests: boolean,
): Finding | null {
  if (!namesEquation.test(fragment)) return null;
  const linked = post === path ? facts : blog.facts(post);
  // Posts without a single label may have anchors of another kind.
  if (!linked || linked.labels.length === 0) return null;
  const key = addressOfFragment(fragment);
  const addresses = addressesOf(linked);
  if (addresses.has(key)) return null;
  const near = suggests ? nearestName(key, addresses) : null;
  const data = { key, post };
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
