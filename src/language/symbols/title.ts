// The title of a post, and where it is cited in 《》.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { citedPosts } from '../../core/blog/citedPosts.js';
import type { CitationFacts } from '../../core/post/citationFacts.js';
import type { PostFacts, Snapshot } from '../../core/post/facts.js';
import { reaches, type Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';
import type { Occurrence } from './occurrence.js';

export interface TitleSymbol {
  readonly kind: 'title' | 'citation';
  /** The posts that are meant. */
  readonly paths: readonly string[];
  readonly span: Span;
  readonly keySpan: Span;
  /** It is a heading. */
  readonly byEditor: boolean;
}

export function titleAt({ post, blog }: LanguageContext, offset: number): TitleSymbol | null {
  const { path, facts } = post;
  const citation = facts.citations.find(({ span }) => reaches(span, offset));
  if (citation) {
    const paths = citedPosts(path, citation, blog);
    const { span } = citation;
    if (paths.length === 0) return null;
    return { kind: 'citation', paths, span, keySpan: inside(span), byEditor: false };
  }
  const { titleSpan } = facts;
  if (titleSpan === null || !reaches(titleSpan, offset)) return null;
  const byEditor = titleIsHeading(facts);
  return { kind: 'title', paths: [path], span: titleSpan, keySpan: titleSpan, byEditor };
}

export function titleOccurrences(
  { path, facts }: Snapshot,
  { paths }: TitleSymbol,
  blog: BlogView,
): readonly Occurrence[] {
  const own: readonly Occurrence[] =
    facts.titleSpan !== null && paths.includes(path)
      ? [
          {
            ...{ role: 'definition', span: facts.titleSpan, nameSpan: facts.titleSpan },
            byEditor: titleIsHeading(facts),
          },
        ]
      : [];
  const citations = citationsOf(path, facts, paths, blog).map(({ span }): Occurrence => ({
    role: 'use',
    span,
    nameSpan: inside(span),
  }));
  return [...own, ...citations];
}

export function postsNamingTitle({ paths }: TitleSymbol, blog: BlogView): readonly string[] {
  return blog.paths().filter((path) => {
    const facts = blog.facts(path);
    const isCiting = facts !== undefined && citationsOf(path, facts, paths, blog).length > 0;
    return isCiting || paths.includes(path);
  });
}

function citationsOf(
  from: string,
  { citations }: PostFacts,
  paths: readonly string[],
  blog: BlogView,
): readonly CitationFacts[] {
  return citations.filter((citation) =>
    citedPosts(from, citation, blog).some((path) => paths.includes(path)),
  );
}

/** Whether the title of the post is one of its headings, not of its front matter. */
export function titleIsHeading({ headings, titleSpan }: PostFacts): boolean {
  return headings.some(({ span }) => span.start === titleSpan?.start);
}

/** Without its brackets. */
function inside({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}
