// The equations of a post, or of the others of its blog: those are read from their files, the post's neighbours first.
import type { CancellationToken } from 'vscode-languageserver';
import { folderOf } from '../core/blog/postPaths.js';
import type { Snapshot } from '../core/post/facts.js';
import { listEquations } from '../language/equations/listEquations.js';
import type { Equation, EquationsAnswer, EquationsRequest } from '../protocol/equations.js';
import type { Blog } from './blog.js';
import { toRange } from './convert.js';
import type { Server } from './serverParts.js';

/** The nearest are there at once; the others come while the list is looked at, in few pieces. */
const mostAtOnce = 500;
const mostLater = 3_000;

/** Each file that is read lets other requests have their turn. */
export async function equationsOf(
  { store, blogs }: Server,
  request: EquationsRequest,
  token: CancellationToken,
): Promise<EquationsAnswer | null> {
  const { uri } = request;
  const post = store.get(uri)?.snapshot;
  if (!post) return null;
  if (request.of === 'post') {
    return { equations: listed(uri, post, null), nPosts: 1, nPostsLeft: 0 };
  }
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  const paths = othersWithDisplays(blog, post).slice(Math.max(0, request.after));
  const most = request.after > 0 ? mostLater : mostAtOnce;
  const equations: Equation[] = [];
  let nPosts = 0;
  while (nPosts < paths.length && equations.length < most) {
    if (token.isCancellationRequested) return null;
    const path = paths[nPosts++] ?? '';
    const other = await blogs.snapshotOf(blog, path);
    if (other) equations.push(...listed(blog.uriOf(path), other, other.facts.title ?? path));
  }
  return { equations, nPosts, nPostsLeft: paths.length - nPosts };
}

/** Posts that it links to come first, then those of its folder. */
function othersWithDisplays({ index }: Blog, { path, facts }: Snapshot): readonly string[] {
  const folder = folderOf(path);
  const targets = facts.links.map(({ target }) => target);
  const rank = (other: string): number => {
    if (targets.some((target) => target.includes(other))) return 0;
    return folderOf(other) === folder ? 1 : 2;
  };
  return index
    .paths()
    .filter((other) => other !== path && (index.facts(other)?.displays.length ?? 0) > 0)
    .map((other) => ({ other, rank: rank(other) }))
    .sort((one, two) => one.rank - two.rank)
    .map(({ other }) => other);
}

function listed(uri: string, post: Snapshot, name: string | null): readonly Equation[] {
  return listEquations(post).map(({ span, ...equation }) => ({
    ...equation,
    uri,
    post: name,
    ...toRange(post.lines, span),
  }));
}
