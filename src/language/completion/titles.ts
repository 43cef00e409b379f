// Behind 《: the titles of the other posts, also by pinyin; as links, where the post links to what it cites.
import { postOfLink } from '../../core/blog/linkedPost.js';
import { relativeLink, resolveLink } from '../../core/blog/links.js';
import type { TitledPost } from '../../core/blog/titleList.js';
import { nestedTitle } from '../../core/post/citationFacts.js';
import { looseTitle } from '../../core/post/looseTitle.js';
import { parseTitle } from '../../core/post/titleParts.js';
import type { LanguageContext } from '../context.js';
import { isInFormula } from '../environmentNames.js';
import type { CompletionItem, CompletionKind, Insertion } from './item.js';
import { matcherOf } from './pinyin.js';

export const titles: CompletionKind = {
  triggers: ['《'],
  complete(request) {
    const { context, offset, before, after } = request;
    const typed = /《([^《》]*)$/.exec(before)?.[1];
    if (typed === undefined || isInFormula(context.post, offset)) return null;
    const start = before.length - typed.length;
    const place = { ...bracketsAround(before.slice(0, start - 1), after), start };
    const linked = place.isLinkable && linksItsCitations(context);
    const end = before.length + place.rest + (linked && place.isInBrackets ? 1 : 0);
    const items = titlesFor(context, typed).map((post) => ({
      ...titleItem(post, typed),
      written: linked
        ? linkTo(context.post.path, post, place)
        : { text: `${nestedTitle(post.title)}》` },
    }));
    return { start, end, items, isIncomplete: true };
  },
};

/** More than that nobody reads, and each costs time. */
const mostTitles = 100;

/** Those that begin with what was typed come first; those of the post's own series before all others. */
function titlesFor({ post, blog }: LanguageContext, typed: string): readonly TitledPost[] {
  const sought = looseTitle(typed);
  const matched = matcherOf(sought);
  const ranks: TitledPost[][] = [[], [], [], []];
  const series = new Set(blog.postsOfSeries(parseTitle(post.facts.title ?? '').stem));
  for (const titled of blog.titles()) {
    if (titled.path === post.path) continue;
    const match = sought === '' ? 'start' : matched(titled.loose);
    if (match === null) continue;
    const rank = ranks[(series.has(titled.path) ? 0 : 2) + (match === 'start' ? 0 : 1)];
    if (rank && rank.length < mostTitles) rank.push(titled);
  }
  return ranks.flat().slice(0, mostTitles);
}

/** Editors know no pinyin: what was typed finds what we found for it. */
function titleItem({ title, path }: TitledPost, typed: string): CompletionItem {
  return { kind: 'title', text: title, filter: typed === '' ? title : typed, note: path };
}

/** What stands around the 《 and the cursor. */
interface Brackets {
  /** How much of an earlier title stands behind the cursor, its bracket included. */
  readonly rest: number;
  /** `[《` before, and the `]` that the editor wrote by itself, or nothing, behind. */
  readonly isInBrackets: boolean;
  readonly isOpen: boolean;
  /** No link stands around it yet. */
  readonly isLinkable: boolean;
}

function bracketsAround(ahead: string, after: string): Brackets {
  const rest = /^[^《》[\]]*》/.exec(after)?.[0].length ?? 0;
  const behind = after.slice(rest);
  const isOpen = ahead.endsWith('[');
  const isInBrackets = isOpen && behind.startsWith(']');
  // An open bracket further ahead may be that of a link's text.
  const isInside = /\[[^[\]]*[^[\]]$/.test(ahead);
  return { rest, isOpen, isInBrackets, isLinkable: !isInside && !/^\]?[([]/.test(behind) };
}

function linkTo(
  from: string,
  post: TitledPost,
  { start, isOpen }: Brackets & { readonly start: number },
): Insertion {
  const text = `${nestedTitle(post.title)}》](${relativeLink(from, post.path)})`;
  return isOpen ? { text } : { text, ahead: { column: start - 1, text: '[' } };
}

/** More citations of the blog's posts are links to their files than are not. */
function linksItsCitations({ post, blog }: LanguageContext): boolean {
  let links = 0;
  for (const { title, link, reference } of post.facts.citations) {
    if (reference) links--;
    else if (link === null) links -= blog.postsTitled(title).length > 0 ? 1 : 0;
    else if (postOfLink(post.path, link, blog) !== null) {
      const path = resolveLink(post.path, link)?.path;
      links += path !== undefined && blog.facts(path) ? 1 : -1;
    }
  }
  return links > 0;
}
