// Tells the client the site of a post, for the preview that is not ours.
import type { Site } from '../core/site/site.js';
import { isPostRequest, serverRequests } from '../protocol/server.js';
import { guarded } from './log.js';
import type { Server } from './serverParts.js';

export function registerSiteOfPost(server: Server): void {
  server.connection.onRequest(
    serverRequests.site,
    guarded(server.log, 'The site of a post', null, (request: unknown) =>
      isPostRequest(request) ? siteOfPost(server, request.uri) : null,
    ),
  );
}

/** `null` where no blog is shown. */
async function siteOfPost({ blogs }: Server, uri: string): Promise<Site | null> {
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  return blog.isShown ? blog.settingOf(uri).site : null;
}
