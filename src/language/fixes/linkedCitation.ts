// Makes a link of a cited title that several posts have, or one has.
import { message } from '../../checks/messages.js';
import type { BlogView } from '../../core/blog/blogIndex.js';
import { postOfCitation, postOfLink } from '../../core/blog/linkedPost.js';
import { relativeLink } from '../../core/blog/links.js';
import type { CitationFacts } from '../../core/post/citationFacts.js';
import { normalizeAddress } from '../../core/post/publication.js';
import { touches, type Span } from '../../core/text/span.js';
import type { LanguageContext } from '../context.js';
import { changedPost } from '../changedPost.js';
import { sourceText } from '../sourceText.js';
import { fixHere, type Fixer, type QuickFix } from './quickFix.js';

export const linkedCitation: Fixer = {
  rules: ['title.ambiguous'],
  fixes: (context) => linkedCitationsAt(context, context.finding.span),
};

/** A menu holds no more. */
const mostPosts = 5;

/** Where nothing need be wrong: a link spares readers the search. */
export function linkedCitationsAt(context: LanguageContext, range: Span): readonly QuickFix[] {
  const { post, blog } = context;
  const citation = post.facts.citations.find(({ span }) => touches(span, range));
  if (!citation || citation.link !== null || citation.reference) return [];
  const posts = blog.postsTitled(citation.title).filter((path) => path !== post.path);
  if (posts.length > mostPosts) return [];
  return posts.flatMap((path) => linked(context, citation, path) ?? []);
}

function linked(context: LanguageContext, citation: CitationFacts, path: string): QuickFix | null {
  const { post, blog } = context;
  const { span } = citation;
  const title = sourceText(post, span);
  const change = { span, text: `[${title}](${linkTo(context, path)})` };
  const after = changedPost(post, [change]).snapshot.facts.citations;
  const isLink = after.some(
    (one) => one.span.start === span.start + 1 && postOfCitation(post.path, one, blog) === path,
  );
  return isLink
    ? fixHere(context, message('fix.link', { title, post: path }), [change], true)
    : null;
}

/** By the address that the post states, where this one links to posts by address. */
function linkTo({ post, blog }: LanguageContext, path: string): string {
  const address = blog.facts(path)?.publication.addresses[0];
  const usesAddresses = post.facts.links.some(({ target }) => isAddressOfPost(target, blog));
  if (address === undefined || !usesAddresses) return relativeLink(post.path, path);
  const link = address.startsWith('/') ? address : `https://${address}`;
  return postOfLink(post.path, link, blog) === path && !/[\s()<>]/.test(link)
    ? link
    : relativeLink(post.path, path);
}

function isAddressOfPost(target: string, blog: BlogView): boolean {
  const address = normalizeAddress(target);
  return address !== null && blog.postsAt(address).length > 0;
}
