// Tells the client how the page of a post is made, for the preview that is not ours.
import { definitionsOf, usedMacros } from '../core/numbering/macroUse.js';
import { noMacros } from '../core/numbering/macros.js';
import { isPostRequest, serverRequests } from '../protocol/server.js';
import type { PageSetting } from '../render/decorateMarkdownIt.js';
import { answerRequest } from './answered.js';
import type { Server } from './serverParts.js';

export function registerPageSetting(server: Server): void {
  answerRequest(
    server,
    serverRequests.pageSetting,
    'The page of a post',
    isPostRequest,
    (request) => pageSetting(server, request.uri),
  );
}

/** `null` where no blog is shown. */
async function pageSetting({ blogs, store }: Server, uri: string): Promise<PageSetting | null> {
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  if (!blog.isShown) return null;
  const { site, macros = noMacros } = blog.settingOf(uri);
  const lines = store.get(uri)?.snapshot.lines ?? [];
  return { site, definitions: definitionsOf(usedMacros(macros, lines)) };
}
