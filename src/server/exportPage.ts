// A post as one page that needs nothing beside itself, for the client to write where the reader wants it.
import type { CancellationToken } from 'vscode-languageserver';
import type { Snapshot } from '../core/post/facts.js';
import { pageContents } from '../language/pageContents.js';
import {
  isExportRequest,
  serverRequests,
  type ExportedPage,
  type ExportRequest,
} from '../protocol/server.js';
import { pagePieces, type PageParts } from '../render/page.js';
import { answerRequest } from './answered.js';
import { embedPictures } from './pagePictures.js';
import type { Server } from './serverParts.js';
import { Slices } from './slices.js';

export function registerExport(server: Server): void {
  answerRequest(
    server,
    serverRequests.exportPage,
    'The page of a post',
    isExportRequest,
    (request, token) => exportPage(server, request, token),
  );
}

async function exportPage(
  server: Server,
  request: ExportRequest,
  token: CancellationToken,
): Promise<ExportedPage | null> {
  await server.blogs.loaded();
  const post = server.store.get(request.uri)?.snapshot;
  if (!post) return null;
  const page = await writePage(await partsOf(server, post, request), token);
  return page === null ? null : embedPictures(server, page, request);
}

async function partsOf(
  { blogs, evaluation, options }: Server,
  snapshot: Snapshot,
  { uri, styles, title, remoteImages }: ExportRequest,
): Promise<PageParts> {
  const { translations } = options();
  const values = (await evaluation.evaluate(uri, snapshot)) ?? [];
  const assumed = blogs.blogOf(uri).config.assumedOf(snapshot.path);
  return {
    ...pageContents(snapshot, values, assumed, translations),
    title,
    styles,
    remoteImages,
  };
}

/** Thousands of formulas take seconds: keys are answered between them. */
async function writePage(parts: PageParts, token: CancellationToken): Promise<string | null> {
  const { head, blockCount, block, foot } = pagePieces(parts);
  const slices = new Slices();
  const written = [head];
  for (let position = 0; position < blockCount; position++) {
    if (token.isCancellationRequested) return null;
    written.push(block(position));
    await slices.next();
  }
  return [...written, foot].join('');
}
