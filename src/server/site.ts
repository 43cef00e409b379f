// Tells the client what turns a post into a page, each part with the file that says so.
import { isPostRequest, serverRequests, type PostSite, type SitePart } from '../protocol/server.js';
import { delimiterName, type siteParts } from '../core/site/site.js';
import { guarded } from './log.js';
import type { Server } from './serverParts.js';

export function registerSite(server: Server): void {
  server.connection.onRequest(
    serverRequests.site,
    guarded(server.log, 'The site of a post', null, (request: unknown) =>
      isPostRequest(request) ? siteOf(server, request.uri) : null,
    ),
  );
}

async function siteOf({ blogs }: Server, uri: string): Promise<PostSite> {
  await blogs.loaded();
  const blog = blogs.blogOf(uri);
  const { reading, detected } = blog.config.siteOf(blog.pathOf(uri));
  const part = (name: (typeof siteParts)[number]): SitePart => {
    const source = reading.from[name];
    return {
      value: reading.site[name],
      source: source && { uri: source.file, line: source.line },
    };
  };
  return {
    generator: detected?.generator ?? null,
    markdown: part('markdown'),
    math: part('math'),
    tags: part('tags'),
    passthrough: (reading.site.passthrough ?? []).map(delimiterName),
  };
}
