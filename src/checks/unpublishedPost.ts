// link.unpublished: a link from a published post to a draft, or to a post of a later day.
import { postOfLink, postOfReference } from '../core/blog/linkedPost.js';
import { isUnpublished, publicationDate } from '../core/post/publication.js';
import type { Span } from '../core/text/span.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const unpublishedPost: BlogRule = {
  sees: 'blog',
  code: 'link.unpublished',
  severity: 'warning',
  check(context) {
    const { path, facts } = context;
    // What is not published itself may appear together with what it links to.
    if (isUnpublished(path, facts.publication)) return [];
    return linkedPosts(context).flatMap(({ post, span }) => findingOf(post, span, context) ?? []);
  },
};

interface LinkedPost {
  readonly post: string;
  readonly span: Span;
}

function linkedPosts({ path, facts, blog }: BlogContext): readonly LinkedPost[] {
  const byLink = facts.links.flatMap(({ kind, target, targetSpan: span }) => {
    const post = kind === 'image' ? null : postOfLink(path, target, blog);
    return post === null || post === path ? [] : [{ post, span }];
  });
  const byTag = facts.pageReferences.flatMap((reference) => {
    const post = postOfReference(path, reference, blog);
    return post === null || post === path ? [] : [{ post, span: reference.span }];
  });
  return [...byLink, ...byTag];
}

function findingOf(post: string, span: Span, context: BlogContext): Finding | null {
  const { path, facts, blog, around } = context;
  const linked = blog.facts(post);
  if (!linked) return null;
  if (isUnpublished(post, linked.publication)) {
    return { span, message: message('link.unpublished', { post }) };
  }
  const date = publicationDate(post, linked.publication);
  if (date === null || around.today === null || date <= around.today) return null;
  const own = publicationDate(path, facts.publication);
  if (own !== null && own >= date) return null;
  return { span, message: message('link.unpublished.future', { post, date }), severity: 'info' };
}
