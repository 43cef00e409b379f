// Links of a post to posts that are not there, as far as the server knows all there are.
import { isPostFile, isPostPath } from '../core/blog/postFiles.js';
import { resolveLink } from '../core/blog/links.js';
import type { Link } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { markdownFor } from '../render/markdown.js';
import type { PostContext } from '../render/postContext.js';
import type { Blogs } from './blogs.js';

/** A post as its preview shows it. */
interface ShownPost {
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly context: PostContext;
}

const none: readonly string[] = [];

/** The addresses of such links of one block, as its HTML has them. */
export function deadLinks(blogs: Blogs, post: ShownPost, position: number): readonly string[] {
  const links = post.snapshot.blocks.blocks[position]?.links ?? [];
  if (links.length === 0 || blogs.workspaceFolderOf(post.uri) === null) return none;
  const addresses = links.flatMap((link) => addressOf(link, post) ?? []);
  return addresses.filter((address) => isDead(blogs, post, address));
}

function addressOf(
  { kind, target, byLabel }: Link,
  { snapshot, context }: ShownPost,
): string | null {
  if (kind !== 'link') return null;
  const md = markdownFor(snapshot.site);
  if (!byLabel) return md.normalizeLink(target);
  return context.linkDefinitions.get(md.utils.normalizeReference(target))?.href ?? null;
}

/** Only what names a Markdown file: what other addresses become is up to the site. */
function isDead(blogs: Blogs, { uri, snapshot }: ShownPost, address: string): boolean {
  if (!isPostFile(address.replace(/[?#].*$/s, '').replace(/^.*\//s, ''))) return false;
  const found = resolveLink(snapshot.path, address);
  if (!found || !isPostPath(found.path)) return false;
  const blog = blogs.blogOf(uri);
  // What lies in a folder with a configuration of its own is of another blog.
  return blogs.blogOf(blog.uriOf(found.path)) === blog && blog.lacks(found.path);
}
