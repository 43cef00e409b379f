// The texts that may hold a symbol, as they are now: posts, the worksheets beside them, files of macros.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import type { PostSymbol, SymbolTexts } from '../language/symbol.js';
import type { WorksheetText } from '../language/symbols/occurrence.js';
import type { Blog } from './blog.js';
import { macroFileTexts } from './macroFileTexts.js';
import type { Server } from './serverParts.js';
import { relativePath } from './uri.js';

export interface TextsRead extends SymbolTexts {
  /** The paths of posts that are gone, or cannot be read. */
  readonly lost: readonly string[];
}

/** `paths` are those of the posts; nothing is read any more once nobody asks for it. */
export async function symbolTexts(
  server: Server,
  blog: Blog,
  symbol: PostSymbol,
  paths: readonly string[],
  token: CancellationToken,
): Promise<TextsRead> {
  const posts: Snapshot[] = [];
  const lost: string[] = [];
  for (const path of paths) {
    if (token.isCancellationRequested) return { posts, lost, worksheets: [], macroFiles: [] };
    const snapshot = await server.blogs.snapshotOf(blog, path);
    if (snapshot) posts.push(snapshot);
    else lost.push(path);
  }
  const isOfBlog = symbol.kind === 'macro' && symbol.path === null;
  const macroFiles = isOfBlog ? await macroFileTexts(server, blog) : [];
  return { posts, lost, worksheets: await worksheetTexts(server, blog), macroFiles };
}

async function worksheetTexts(
  { surroundings }: Server,
  blog: Blog,
): Promise<readonly WorksheetText[]> {
  const found = await surroundings.worksheetsOf(blog);
  return found.flatMap(({ post, worksheet: { uri, lines, version } }) => {
    const path = relativePath(blog.folder, uri);
    return path === null ? [] : [{ path, post, lines, version: version ?? 0 }];
  });
}
