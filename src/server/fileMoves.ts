// Files and folders that the editor is about to move: the posts that link to them, and their own links, follow.
import {
  WillRenameFilesRequest,
  type CancellationToken,
  type RenameFilesParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { PostChanges } from '../language/change.js';
import type { FileMove, MovingBlog } from '../language/moves/fileMoves.js';
import { isConcerned, moveChanges } from '../language/moves/moveChanges.js';
import { answered } from './answered.js';
import type { Blog } from './blog.js';
import { blogEdit } from './blogEdits.js';
import { followedByEditor } from './followedByEditor.js';
import type { Server } from './serverParts.js';
import { Slices } from './slices.js';
import { layoutFor } from './surroundings.js';
import { relativePath } from './uri.js';

export function registerFileMoves(server: Server): void {
  const { connection, log } = server;
  connection.onRequest(
    WillRenameFilesRequest.method,
    answered(
      log,
      'Following moved files',
      null,
      (params: RenameFilesParams, token: CancellationToken) => follow(server, params, token),
    ),
  );
}

/** What it answers is made before the files move. */
async function follow(
  server: Server,
  { files }: RenameFilesParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { blogs, settings } = server;
  const [first] = files;
  if (!first) return null;
  await blogs.loaded();
  const blog = blogs.blogOf(first.oldUri);
  // Nobody asked for it in a repository of code.
  if (!settings.current.linksFollow || !blog.isShown) return null;
  const moves = await movesIn(server, blog, files);
  if (moves.length === 0 || token.isCancellationRequested) return null;
  const posts = await changedPosts(server, blog, moves, token);
  if (posts.length === 0 || token.isCancellationRequested) return null;
  // Editors ask by themselves before they change anything on a move.
  return blogEdit(server, first.oldUri, posts);
}

/** Those that begin and end in the blog: what leaves it has no address there. */
async function movesIn(
  server: Server,
  blog: Blog,
  files: RenameFilesParams['files'],
): Promise<readonly FileMove[]> {
  const moves: FileMove[] = [];
  for (const { oldUri, newUri } of files) {
    const [from, to] = [relativePath(blog.folder, oldUri), relativePath(blog.folder, newUri)];
    if (from === null || to === null || server.blogs.blogOf(newUri) !== blog) continue;
    moves.push({ from, to, isFollowed: await followedByEditor(server, blog, from, newUri) });
  }
  return moves;
}

async function changedPosts(
  server: Server,
  blog: Blog,
  moves: readonly FileMove[],
  token: CancellationToken,
): Promise<readonly PostChanges[]> {
  const { blogs, surroundings } = server;
  const { index } = blog;
  const moving: MovingBlog = {
    blog: index,
    moves,
    layoutFor: (post) => layoutFor(blog, post),
    hasFile: (post, file) => surroundings.around(blog, post).hasFile(file) === true,
  };
  const posts: PostChanges[] = [];
  const slices = new Slices();
  for (const path of index.paths()) {
    await slices.next();
    if (token.isCancellationRequested) return [];
    const facts = index.facts(path);
    if (!facts || !isConcerned(path, facts, moving)) continue;
    const post = await blogs.snapshotOf(blog, path);
    if (!post) continue;
    await surroundings.read(blog, post);
    const changes = moveChanges(post, moving);
    if (changes.length > 0) posts.push({ post, changes });
  }
  return posts;
}
