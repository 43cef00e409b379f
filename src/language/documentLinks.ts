// Links that Markdown does not know: titles cited without a link, and tags of generators that name a post.
import { citedPosts } from '../core/blog/citedPosts.js';
import { postOfReference } from '../core/blog/linkedPost.js';
import type { Span } from '../core/text/span.js';
import type { LanguageContext } from './context.js';
import { lineOfAnchor } from './linkedPlace.js';

export interface PostLink {
  readonly span: Span;
  readonly path: string;
  /** Of the post, its path where it has none; `null` where the link is that title. */
  readonly title: string | null;
  /** Of the equation or heading that is meant; `null` where the post is. */
  readonly line: number | null;
}

/** Of what leads to one post surely, and not to this one. */
export function documentLinks({ post, blog }: LanguageContext): readonly PostLink[] {
  const { path, facts } = post;
  const linkTo = (span: Span, target = path, tag = false, fragment = ''): readonly PostLink[] => {
    const linked = target === path ? undefined : blog.facts(target);
    if (!linked) return [];
    const line = lineOfAnchor(linked, fragment);
    return [{ span, path: target, title: tag ? (linked.title ?? target) : null, line }];
  };
  const citations = facts.citations
    .filter(({ link, reference }) => link === null && !reference)
    .flatMap((citation) => {
      const [cited, ...others] = citedPosts(path, citation, blog);
      return others.length > 0 ? [] : linkTo(citation.span, cited);
    });
  const tags = facts.pageReferences.flatMap((reference) => {
    const target = postOfReference(path, reference, blog) ?? undefined;
    return linkTo(reference.span, target, true, reference.fragment?.text);
  });
  return [...citations, ...tags];
}
