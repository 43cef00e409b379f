// Hover on a title in 《》: the posts that it may mean, and what is known of each.
import { citedPosts } from '../../core/blog/citedPosts.js';
import type { BlogView } from '../../core/blog/blogIndex.js';
import { seriesOf, type Series, type SeriesPost } from '../../core/blog/series.js';
import { resolveLink } from '../../core/blog/links.js';
import { isNearTitle } from '../../checks/titleLikeness.js';
import type { CitationFacts } from '../../core/post/citationFacts.js';
import type { Snapshot } from '../../core/post/facts.js';
import { isUnpublished, publicationDate } from '../../core/post/publication.js';
import { onOneLine } from '../../core/text/onOneLine.js';
import { reaches, type Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';

export interface CitationHover {
  readonly span: Span;
  /** `near`: none has the title, and these nearly have it. */
  readonly kind: 'cited' | 'near';
  readonly posts: readonly CitedPost[];
}

export interface CitedPost {
  readonly path: string;
  /** Its path where it has no title. */
  readonly title: string;
  readonly date: string | null;
  readonly isUnpublished: boolean;
  /** Of its series, which has so many posts; `null` where it belongs to none. */
  readonly part: { readonly number: number; readonly count: number } | null;
}

/** More are no help. */
const mostPosts = 5;

export function citationHover(context: LanguageContext, offset: number): CitationHover | null {
  const { post, blog } = context;
  const citation = post.facts.citations.find(({ span }) => reaches(span, offset));
  if (!citation) return null;
  const cited = citedPosts(post.path, citation, blog);
  const paths = cited.length > 0 ? cited : nearPosts(post.path, citation, blog);
  if (paths.length === 0) return null;
  const posts = paths.slice(0, mostPosts).map((path) => citedPost(path, blog));
  return { span: citation.span, kind: cited.length > 0 ? 'cited' : 'near', posts };
}

const mostLetters = 160;

/** How the text of a post begins: its first paragraph, on one line. */
export function firstWords({ blocks }: Snapshot): string | null {
  const paragraph = blocks.blocks.find(
    ({ kind, text }) => kind === 'paragraph' && !/^\s*!\[/.test(text),
  );
  if (!paragraph) return null;
  return onOneLine(paragraph.text.replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1'), mostLetters);
}

function nearPosts(
  from: string,
  { title, link, reference }: CitationFacts,
  blog: BlogView,
): readonly string[] {
  if (reference || (link !== null && !resolveLink(from, link))) return [];
  return blog.postsTitledLike(title).filter((path) => {
    const other = blog.facts(path)?.title ?? null;
    return other !== null && isNearTitle(title, other);
  });
}

function citedPost(path: string, blog: BlogView): CitedPost {
  const facts = blog.facts(path);
  const title = facts?.title ?? null;
  const series = seriesOf(path, title, blog);
  const own = series.find((one) => one.path === path);
  return {
    path,
    title: title ?? path,
    date: facts ? publicationDate(path, facts.publication) : null,
    isUnpublished: facts !== undefined && isUnpublished(path, facts.publication),
    part: own?.part ? { number: numberIn(series, own), count: series.length } : null,
  };
}

/** 下 is the second of two and the third of three. */
function numberIn(series: Series, post: SeriesPost): number {
  const { part } = post;
  return part?.kind === 'count' ? part.number : series.indexOf(post) + 1;
}
