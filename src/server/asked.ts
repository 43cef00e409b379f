// The open post that a request asks about, with the blog around it, and the place in it.
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import type { LanguageContext } from '../language/context.js';
import type { Blog } from './blog.js';
import { toOffset } from './convert.js';
import type { Server } from './serverParts.js';

type Parts = Pick<Server, 'store' | 'blogs'>;

export interface AskedPost {
  readonly blog: Blog;
  readonly post: Snapshot;
  readonly context: LanguageContext;
}

export interface AskedPlace extends AskedPost {
  readonly offset: number;
}

/** `null` where it is not open. */
export function askedPost({ store, blogs }: Parts, uri: string): AskedPost | null {
  const post = store.get(uri)?.snapshot;
  if (!post) return null;
  const blog = blogs.blogOf(uri);
  return { blog, post, context: { post, blog: blog.index } };
}

export function askedPlace(
  parts: Parts,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): AskedPlace | null {
  const asked = askedPost(parts, uri);
  return asked && { ...asked, offset: toOffset(asked.post.lines, position) };
}
