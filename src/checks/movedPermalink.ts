// link.moved-permalink: a link to an address that a post of the blog had once.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { LinkFacts } from '../core/post/facts.js';
import { normalizeAddress } from '../core/post/publication.js';
import { message } from './messages.js';
import { replacement } from './replacement.js';
import type { BlogRule, Finding } from './rule.js';

export const movedPermalink: BlogRule = {
  sees: 'blog',
  code: 'link.moved-permalink',
  severity: 'info',
  check({ facts, blog }) {
    return facts.links.flatMap((link) => findingOf(link, blog) ?? []);
  },
};

function findingOf(
  { kind, target, targetSpan: span, byLabel }: LinkFacts,
  blog: BlogView,
): Finding | null {
  const address = kind === 'image' ? null : normalizeAddress(target);
  if (address === null || blog.postsAt(address).length > 0) return null;
  const [post, ...others] = blog.postsOnceAt(address);
  // Two posts may once have been one.
  if (post === undefined || others.length > 0) return null;
  const now = blog.facts(post)?.publication.addresses[0];
  if (now === undefined) {
    return { span, message: message('link.moved-permalink', { address, post }) };
  }
  const finding = {
    span,
    message: message('link.moved-permalink.address', { address, post, now }),
  };
  const text = sameForm(target, now);
  if (byLabel || text === null) return finding;
  return { ...finding, fix: { ...replacement(target, span, text), keepsPage: true } };
}

/** The address as the link writes it: with its scheme, its last slash and its fragment. */
function sameForm(target: string, now: string): string | null {
  const scheme = /^(?:https?:)?\/\//i.exec(target)?.[0] ?? '';
  if ((scheme === '') !== now.startsWith('/') || /[\s()<>]/.test(now)) return null;
  const rest = /[?#].*$/s.exec(target)?.[0] ?? '';
  const slash = target.slice(0, target.length - rest.length).endsWith('/') ? '/' : '';
  return scheme + now + slash + rest;
}
