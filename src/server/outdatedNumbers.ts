// Numbers written by hand that mean another equation since a post changed: in it, and in the posts that name its equations.
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Range,
} from 'vscode-languageserver';
import { hasMoved } from '../checks/earlierNumbers.js';
import { hasWrongLinks } from '../checks/linkedNumbers.js';
import { isKnown } from '../checks/readings.js';
import { noSurroundings, type EarlierState, type Surroundings } from '../checks/rule.js';
import type { PostFacts, Snapshot } from '../core/post/facts.js';
import { touches } from '../core/text/span.js';
import type { PostChanges } from '../language/change.js';
import {
  outdatedNumbers,
  postsNumbering,
  type BlogAround,
} from '../language/equations/outdatedNumbers.js';
import { equationRequests } from '../protocol/equations.js';
import { isPostRequest } from '../protocol/server.js';
import { answered, answerRequest } from './answered.js';
import { blogEdit, makeBlogEdit } from './blogEdits.js';
import type { Blog } from './blog.js';
import { toSpan } from './convert.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';

export function registerOutdatedNumbers(server: Server): void {
  const { connection, log } = server;
  connection.onRequest(
    equationRequests.outdatedNumbers,
    answered(log, 'Numbers written by hand', 0, async (request: unknown) => {
      if (!isPostRequest(request)) return 0;
      // Whether it is a blog at all, and what its other posts say, is known then.
      await server.blogs.loaded();
      return count(await outdatedAround(server, request.uri));
    }),
  );
  const { updateNumbers } = equationRequests;
  answerRequest(server, updateNumbers, 'Updating numbers', isPostRequest, async ({ uri }) => {
    const posts = await outdatedAround(server, uri);
    return makeBlogEdit(server, uri, titleOf(posts, server), posts);
  });
}

/** One fix for all, offered at a number that is stale, and at the displays of a post whose equations moved. */
export async function numberActions(
  server: Server,
  { textDocument: { uri }, range, context: { diagnostics } }: CodeActionParams,
): Promise<readonly CodeAction[]> {
  const post = server.store.get(uri)?.snapshot;
  if (!post) return [];
  const stale = diagnostics.filter(({ code }) => code === 'number.stale');
  if (stale.length === 0 && !isInDisplay(post, range)) return [];
  const posts = await outdatedAround(server, uri);
  // The number alone has a fix of its own.
  if (count(posts) <= (stale.length > 0 ? 1 : 0)) return [];
  return [
    {
      title: titleOf(posts, server),
      kind: CodeActionKind.QuickFix,
      diagnostics: stale,
      edit: blogEdit(server, uri, posts),
    },
  ];
}

async function outdatedAround(server: Server, uri: string): Promise<readonly PostChanges[]> {
  const { store, blogs, checker, earlier } = server;
  const post = store.get(uri)?.snapshot;
  if (!post || !checker.speaksOf(uri)) return [];
  const blog = blogs.blogOf(uri);
  const around = surroundings(server, blog);
  const { path } = post;
  const found = [outdatedNumbers(post, { blog: blog.index, around }, null)];
  for (const other of postsNumbering(path, blog.index)) {
    if (!mayBeOutdated(post, other, { blog: blog.index, around })) continue;
    const before = await earlier.besides(uri, blog.uriOf(other));
    const snapshot = await blogs.snapshotOf(blog, other);
    if (!snapshot) continue;
    const then = { ...around, earlier: of(around.earlier, other, before) };
    found.push(outdatedNumbers(snapshot, { blog: blog.index, around: then }, path));
  }
  return found.filter(({ changes }) => changes.length > 0);
}

/** Told by what the index holds, so that few posts are read. */
function mayBeOutdated({ path, site, facts }: Snapshot, other: string, known: BlogAround): boolean {
  if (hasMoved({ path, site, facts, ...known })) return true;
  const linking = known.blog.facts(other);
  return (
    linking !== undefined && hasWrongLinks({ path: other, site, facts: linking, ...known }, path)
  );
}

/** The first state is that of the last commit, or of before the editing began. */
function of(
  [first, ...others]: readonly EarlierState[],
  path: string,
  facts: PostFacts | null,
): readonly EarlierState[] {
  return [(asked) => (asked === path ? facts : (first?.(asked) ?? null)), ...others];
}

function surroundings({ earlier }: Server, blog: Blog): Surroundings {
  return {
    ...noSurroundings,
    knowsSite: (path) => isKnown(blog.config.assumedOf(path)),
    earlier: earlier.statesOf(blog),
  };
}

function isInDisplay({ lines, facts }: Snapshot, range: Range): boolean {
  const span = toSpan(lines, range);
  return facts.displays.some((display) => touches(display.span, span));
}

function count(posts: readonly PostChanges[]): number {
  return posts.reduce((sum, { changes }) => sum + changes.length, 0);
}

function titleOf(posts: readonly PostChanges[], { options }: Server): string {
  const data = { count: String(count(posts)), posts: String(posts.length) };
  const name = posts.length > 1 ? 'updateAllNumbersInPosts' : 'updateAllNumbers';
  return text(name, data, options().translations);
}
