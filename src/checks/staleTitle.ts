// title.stale: a title cited in the words of a link whose post is titled otherwise now.
import { postOfCitation } from '../core/blog/linkedPost.js';
import type { CitationFacts } from '../core/post/citationFacts.js';
import { looseTitle } from '../core/post/looseTitle.js';
import { message } from './messages.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';
import { citeAnew, isStaleTitle } from './titleLikeness.js';

export const staleTitle: BlogRule = {
  sees: 'blog',
  code: 'title.stale',
  severity: 'warning',
  check(context) {
    return context.facts.citations.flatMap((citation) =>
      citation.verbatim ? [] : (findingOf(citation, context) ?? []),
    );
  },
};

function findingOf(citation: CitationFacts, { path, blog }: BlogContext): Finding | null {
  const { title: cited, span } = citation;
  const post = postOfCitation(path, citation, blog);
  const facts = post === null || post === path ? undefined : blog.facts(post);
  if (!facts || facts.title === null || !isStaleTitle(cited, facts.title)) return null;
  // A section of the post has its own name.
  const loose = looseTitle(cited);
  if (facts.headings.some(({ text }) => looseTitle(text).includes(loose))) return null;
  const fix = citeAnew(cited, facts.title, span);
  return {
    span,
    message: message('title.stale', { cited, title: facts.title }),
    ...(fix === null ? {} : { fix }),
  };
}
