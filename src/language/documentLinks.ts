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
export function documentLinks(context: LanguageContext): readonly PostLink[] {
  return [...citationLinks(context), ...tagLinks(context)];
}

function citationLinks({ post, blog }: LanguageContext): readonly PostLink[] {
  const { path, facts } = post;
  return facts.citations
    .filter(({ link, reference }) => link === null && !reference)
    .flatMap((citation) => {
      const [cited, ...others] = citedPosts(path, citation, blog);
      if (cited === undefined || others.length > 0 || cited === path) return [];
      return [{ span: citation.span, path: cited, title: null, line: null }];
    });
}

function tagLinks({ post, blog }: LanguageContext): readonly PostLink[] {
  const { path, facts } = post;
  return facts.pageReferences.flatMap((reference) => {
    const target = postOfReference(path, reference, blog);
    const linked = target === null || target === path ? undefined : blog.facts(target);
    if (target === null || !linked) return [];
    const line = lineOfAnchor(linked, reference.fragment?.text ?? '');
    return [{ span: reference.span, path: target, title: linked.title ?? target, line }];
  });
}
