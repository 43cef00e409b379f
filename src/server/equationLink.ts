// Gives the client the link to an equation of a post.
import { equationLink } from '../language/equationLink.js';
import { isEquationLinkRequest, serverRequests } from '../protocol/server.js';
import { answered } from './answered.js';
import type { Server } from './serverParts.js';

export function registerEquationLink({ connection, log, blogs, store }: Server): void {
  connection.onRequest(
    serverRequests.equationLink,
    answered(log, 'A link to an equation', null, async (request: unknown) => {
      if (!isEquationLinkRequest(request)) return null;
      await blogs.loaded();
      const post = store.get(request.uri)?.snapshot;
      if (!post) return null;
      return equationLink(post.path, blogs.blogOf(request.uri).index.paths(), request.label);
    }),
  );
}
