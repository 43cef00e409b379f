// A link or picture of a post as others can follow it: with an address of its own, else as its text.
import type { BlogView } from '../../core/blog/blogIndex.js';
import { encodeForLink, resolveLink } from '../../core/blog/links.js';
import { postOfLink } from '../../core/blog/linkedPost.js';
import type { LinkFacts, Snapshot } from '../../core/post/facts.js';
import type { Change } from '../change.js';
import { sourceText } from '../sourceText.js';
import type { PublishProblem, PublishTarget } from './target.js';

export interface PublishedLink {
  readonly changes: readonly Change[];
  readonly problem: PublishProblem | null;
}

const asItIs: PublishedLink = { changes: [], problem: null };

export function publishLink(
  link: LinkFacts,
  post: Snapshot,
  blog: BlogView,
  target: PublishTarget,
): PublishedLink {
  if (link.kind === 'image') return publishPicture(link, target);
  const address = isWhole(link.target) ? link.target : addressOf(link, post, blog);
  if (address !== null && target.keepsLink(address)) {
    return address === link.target
      ? asItIs
      : { changes: [readdressed(link, address)], problem: null };
  }
  if (link.kind === 'autolink')
    return { changes: unmarked(link), problem: problemOf(link, 'link') };
  const isOwn = resolveLink(post.path, link.target)?.path === post.path;
  return {
    changes: asText(link, sourceText(post, link.span)),
    problem: isOwn ? null : problemOf(link, 'link'),
  };
}

function publishPicture(link: LinkFacts, { keepsLocalPictures }: PublishTarget): PublishedLink {
  if (isWhole(link.target)) return asItIs;
  const named = { span: link.span, text: `〔${escapeMarkdown(link.target)}〕` };
  return {
    changes: keepsLocalPictures ? [] : [named],
    problem: problemOf(link, 'picture'),
  };
}

function problemOf({ target, span }: LinkFacts, code: 'link' | 'picture'): PublishProblem {
  return { code, subject: target, span };
}

/** With a scheme or a host. */
function isWhole(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
}

/** Of the page of the post that it leads to, where a post of the blog says on which host it stands. */
function addressOf({ target }: LinkFacts, post: Snapshot, blog: BlogView): string | null {
  const path = postOfLink(post.path, target, blog);
  if (path === null || path === post.path) return null;
  const [address] = blog.facts(path)?.publication.addresses ?? [];
  if (address === undefined) return null;
  if (!address.startsWith('/')) return `https://${encodeForLink(address)}`;
  const own = post.facts.publication.addresses.find((other) => !other.startsWith('/'));
  return own === undefined
    ? null
    : `https://${own.split('/', 1).join('')}${encodeForLink(address)}`;
}

function readdressed({ byLabel, span, targetSpan, text }: LinkFacts, address: string): Change {
  return byLabel ? { span, text: `[${text}](${address})` } : { span: targetSpan, text: address };
}

/** Its brackets and its target go; what stands in the brackets may hold formulas. */
function asText({ span }: LinkFacts, source: string): readonly Change[] {
  const close = closingBracket(source);
  if (close < 0) return [];
  return [
    { span: { start: span.start, end: span.start + 1 }, text: '' },
    { span: { start: span.start + close, end: span.end }, text: '' },
  ];
}

/** An address between angle brackets. */
function unmarked({ span, target }: LinkFacts): readonly Change[] {
  return [{ span, text: escapeMarkdown(target) }];
}

function closingBracket(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return -1;
}

function escapeMarkdown(plain: string): string {
  return plain.replace(/[\\`*_[\]<>$]/g, '\\$&');
}
