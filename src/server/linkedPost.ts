// Tells the client which post a link leads to, and which line of it.
import { linkedPlace } from '../language/linkedPlace.js';
import {
  isLinkRequest,
  serverRequests,
  type LinkedPost,
  type LinkRequest,
} from '../protocol/server.js';
import { answerRequest } from './answered.js';
import type { Server } from './serverParts.js';

export function registerLinkedPost(server: Server): void {
  answerRequest(server, serverRequests.link, 'Following a link', isLinkRequest, (request) =>
    linkedPost(server, request),
  );
}

async function linkedPost(
  { blogs, store }: Server,
  { uri, target }: LinkRequest,
): Promise<LinkedPost | null> {
  await blogs.loaded();
  const post = store.get(uri)?.snapshot;
  if (!post) return null;
  const blog = blogs.blogOf(uri);
  const place = linkedPlace({ post, blog: blog.index }, target);
  return place && { uri: blog.uriOf(place.path), line: place.line };
}
