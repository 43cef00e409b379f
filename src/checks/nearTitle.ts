// title.near-miss: a cited title that no post has, and one nearly has.
import type { BlogView } from '../core/blog/blogIndex.js';
import { resolveLink } from '../core/blog/links.js';
import { postOfCitation } from '../core/blog/linkedPost.js';
import type { CitationFacts } from '../core/post/citationFacts.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';
import { citeAnew, isNearTitle } from './titleLikeness.js';

export const nearTitle: BlogRule = {
  sees: 'blog',
  code: 'title.near-miss',
  severity: 'warning',
  check(context) {
    return context.facts.citations.flatMap((citation) =>
      citation.verbatim ? [] : (findingOf(citation, context) ?? []),
    );
  },
};

/** Posts with one half of a title are few, but in a blog that nobody wrote. */
const mostCandidates = 200;

function findingOf(citation: CitationFacts, { path, facts, blog }: BlogContext): Finding | null {
  const { title: cited, span, link } = citation;
  // What a link cites, its target decides: another site's title, or that of a post.
  if (link !== null && !resolveLink(path, link)) return null;
  if (postOfCitation(path, citation, blog) !== null) return null;
  if (facts.title !== null && isNearTitle(cited, facts.title)) return null;
  const title = onlyNearTitle(cited, blog);
  if (title === null) return null;
  const fix = citeAnew(cited, title, span);
  return {
    span,
    message: message('title.near-miss', { cited, title }),
    ...(fix && { fix: { ...fix, isGuess: true } }),
  };
}

function onlyNearTitle(cited: string, blog: BlogView): string | null {
  if (blog.postsTitled(cited).length > 0) return null;
  const titles = new Set<string>();
  for (const path of blog.postsTitledLike(cited).slice(0, mostCandidates)) {
    const title = blog.facts(path)?.title ?? null;
    if (title !== null && isNearTitle(cited, title)) titles.add(title);
  }
  const [title, ...others] = titles;
  return title !== undefined && others.length === 0 ? title : null;
}
