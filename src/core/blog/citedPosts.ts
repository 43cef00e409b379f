// The posts that a title in 《》 may mean: the one it is a link to, else those with that title, or the part of a
// series that is cited without its subtitle.
import type { CitationFacts } from '../post/citationFacts.js';
import { looseTitle } from '../post/looseTitle.js';
import { parseTitle } from '../post/titleParts.js';
import type { BlogView } from './blogIndex.js';
import { postOfCitation } from './linkedPost.js';
import { resolveLink } from './links.js';

/** None where the title is that of a paper, a book, a page elsewhere. */
export function citedPosts(
  from: string,
  citation: CitationFacts,
  blog: BlogView,
): readonly string[] {
  const linked = postOfCitation(from, citation, blog);
  if (linked !== null) return [linked];
  const { title, link } = citation;
  if (link !== null && !resolveLink(from, link)) return [];
  const titled = blog.postsTitled(title);
  return titled.length > 0 ? titled : partsCited(title, blog);
}

function partsCited(title: string, blog: BlogView): readonly string[] {
  const { stem, part, subtitle } = parseTitle(title);
  if (part === null || subtitle !== '') return [];
  return blog.postsOfSeries(stem).filter((path) => {
    const other = parseTitle(blog.facts(path)?.title ?? '');
    const isPart = other.part?.kind === part.kind && other.part.number === part.number;
    return isPart && looseTitle(other.stem) === looseTitle(stem);
  });
}
