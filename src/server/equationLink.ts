// Gives the client the link to an equation of a post.
import { equationLink } from '../language/equationLink.js';
import {
  isEquationLinkRequest,
  serverRequests,
  type EquationLinkRequest,
} from '../protocol/server.js';
import { answerRequest } from './answered.js';
import type { Server } from './serverParts.js';

export function registerEquationLink(server: Server): void {
  answerRequest(
    server,
    serverRequests.equationLink,
    'A link to an equation',
    isEquationLinkRequest,
    (request) => linkTo(server, request),
  );
}

async function linkTo(
  { blogs, store }: Server,
  { uri, label }: EquationLinkRequest,
): Promise<string | null> {
  await blogs.loaded();
  const post = store.get(uri)?.snapshot;
  return post ? equationLink(post.path, blogs.blogOf(uri).index.paths(), label) : null;
}
