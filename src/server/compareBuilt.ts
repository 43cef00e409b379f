// Compares the posts of a blog with the pages that its site was built to.
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { checkAgainstPage } from '../checks/check.js';
import { BuiltSite, isPage, maxPageSize } from '../core/built/builtSite.js';
import { bytesOf } from '../core/post/size.js';
import {
  isCompareBuiltRequest,
  type CompareBuiltRequest,
  type ComparedPosts,
} from '../protocol/site.js';
import { serverNotifications, serverRequests } from '../protocol/server.js';
import type { Blog } from './blog.js';
import { toDiagnostic } from './convert.js';
import { answerRequest } from './answered.js';
import type { Server } from './serverParts.js';
import { Slices } from './slices.js';
import { layoutFor } from './surroundings.js';
import { joinUri } from './uri.js';

export function registerCompareBuilt(server: Server): void {
  answerRequest(
    server,
    serverRequests.compareBuilt,
    'Comparing with the built site',
    isCompareBuiltRequest,
    (request, token) => compare(server, request, token),
  );
}

async function compare(
  server: Server,
  { uri, built: folder }: CompareBuiltRequest,
  token: CancellationToken,
): Promise<ComparedPosts> {
  const { blogs, files, connection } = server;
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  const limit = bytesOf(maxPageSize);
  const pages = await files.listBelow(folder, isPage, () => token.isCancellationRequested);
  const site = new BuiltSite(pages, async (path) => {
    const read = await files.readText(joinUri(folder, path), limit);
    return 'text' in read ? read.text : null;
  });
  const paths = blog.index.paths();
  const slices = new Slices();
  const posts: { uri: string; diagnostics: readonly Diagnostic[] }[] = [];
  let compared = 0;
  for (const [at, path] of paths.entries()) {
    if (token.isCancellationRequested) break;
    if (at % 20 === 0) {
      const progress = { done: at, total: paths.length };
      void connection.sendNotification(serverNotifications.checkProgress, progress);
    }
    const diagnostics = await comparePost(server, blog, path, site);
    if (diagnostics) compared++;
    if (diagnostics?.length) posts.push({ uri: blog.uriOf(path), diagnostics });
    await slices.next();
  }
  return { pages: pages.length, posts: paths.length, compared, differing: posts };
}

/** `null` where the post has no page that is known for its own. */
async function comparePost(
  { blogs, options }: Server,
  blog: Blog,
  path: string,
  site: BuiltSite,
): Promise<readonly Diagnostic[] | null> {
  const post = await blogs.snapshotOf(blog, path);
  const built = post && (await site.htmlOf(post, layoutFor(blog, path)));
  if (!post || built === null) return null;
  const { docs, translations } = options();
  const uri = blog.uriOf(path);
  return checkAgainstPage({ post, built }, blog.config.rules).map((finding) =>
    toDiagnostic(post, finding, {
      uri,
      uriOf: (other) => blog.uriOf(other),
      docs,
      translations,
    }),
  );
}
