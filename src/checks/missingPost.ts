// link.missing-post: a link to a Markdown file, or a generator's tag for a post, that the blog does not have.
import type { BlogView } from '../core/blog/blogIndex.js';
import { relativeLink, resolveLink } from '../core/blog/links.js';
import { isPostFile, isPostPath } from '../core/blog/postFiles.js';
import { fileNameOf, folderOf, referredName } from '../core/blog/postPaths.js';
import type { LinkFacts } from '../core/post/facts.js';
import type { PageReferenceFacts } from '../core/post/pageReferences.js';
import { message } from './messages.js';
import { mostSuggestions, nearestName } from './nearest.js';
import { replacement } from './replacement.js';
import type { BlogContext, BlogRule, Finding } from './rule.js';

export const missingPost: BlogRule = {
  sees: 'blog',
  code: 'link.missing-post',
  severity: 'warning',
  check(context) {
    const { facts, blog } = context;
    // Of posts that were not read nobody knows whether they are there.
    if (!blog.isComplete) return [];
    const missing = facts.links.filter((link) => isMissing(link, context));
    return [
      ...missing.map((link, at) => linkFinding(link, context, at < mostSuggestions)),
      ...facts.pageReferences
        .filter((reference) => isUnknown(reference, blog))
        .map(({ target, span }) => ({ span, message: message('link.missing-post', { target }) })),
    ];
  },
};

/** What other addresses become is up to the site. */
function isMissing({ kind, target }: LinkFacts, { path, blog, around }: BlogContext): boolean {
  const [address = ''] = target.split(/[?#]/, 1);
  if (kind !== 'link' || !isPostFile(address.replace(/^.*\//s, ''))) return false;
  if (/\{\{|\{%|<%|\$\{/.test(address)) return false;
  const linked = resolveLink(path, target)?.path;
  if (linked === undefined || !isPostPath(linked) || blog.facts(linked)) return false;
  // From which folder an address counts that begins with `/`, only the site knows.
  const elsewhere = blog.postsFiled(fileNameOf(linked));
  if (address.startsWith('/') && elsewhere.some((post) => post.endsWith(`/${linked}`)))
    return false;
  return around.hasFile(linked) !== true;
}

function linkFinding(
  { target, targetSpan: span, byLabel }: LinkFacts,
  { path, blog }: BlogContext,
  suggests: boolean,
): Finding {
  const linked = resolveLink(path, target)?.path ?? target;
  const near = suggests ? nearPost(linked, blog) : null;
  if (near === null) {
    return { span, message: message('link.missing-post', { target: linked }) };
  }
  const finding = { span, message: message('link.missing-post.near', { target: linked, near }) };
  if (byLabel || target.startsWith('/')) return finding;
  const rest = /[?#].*$/s.exec(target)?.[0] ?? '';
  const fix = replacement(target, span, relativeLink(path, near) + rest);
  return { ...finding, fix: { ...fix, isGuess: true, keepsPage: true } };
}

/** The one post with that file name elsewhere, else one in that folder with nearly that name. */
function nearPost(path: string, blog: BlogView): string | null {
  const [moved, ...others] = blog.postsFiled(fileNameOf(path));
  if (moved !== undefined) return others.length === 0 ? moved : null;
  return nearestName(path, blog.postsIn(folderOf(path)));
}

/** A section of Hugo need have no file. */
function isUnknown({ tag, target }: PageReferenceFacts, blog: BlogView): boolean {
  const isPost = isPostFile(target.replace(/^.*\//s, ''));
  if (!isPost && tag !== 'post_url' && tag !== 'post_link') return false;
  return blog.postsFiled(referredName(target)).length === 0;
}
