// What requests that write into a post have in common: the text that was asked about, and edits as the client makes them.
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import type { Change } from '../language/change.js';
import type { WrittenFile } from '../language/inserted/staleInserted.js';
import type { EditAnswer, EditRefusal, EditRequest } from '../protocol/editing.js';
import { answerRequest } from './answered.js';
import { toRange, toSpan } from './convert.js';
import type { Server } from './serverParts.js';
import { text, type texts } from './texts.js';

/** Has a request answered that asks about the very text that the client has; about another one it is refused. */
export function answerEdit<Request extends EditRequest>(
  server: Server,
  method: string,
  doing: string,
  isRequest: (request: unknown) => request is Request,
  answer: (post: Snapshot, selection: Span, request: Request) => unknown,
): void {
  answerRequest(server, method, doing, isRequest, (request) => {
    const post = server.store.get(request.uri)?.snapshot;
    if (!post) return null;
    if (post.version !== request.version) return refusal(server, 'postChanged');
    return answer(post, toSpan(post.lines, request), request);
  });
}

export function editsOf(
  { lines }: Snapshot,
  changes: readonly Change[],
): Extract<EditAnswer, { kind: 'edits' }> {
  const edits = changes.map(({ span, text }) => ({ ...toRange(lines, span), text }));
  return { kind: 'edits', edits };
}

/** The same with files of the blog of a post. */
export function withFiles(
  { pictureFinder }: Server,
  uri: string,
  answer: Extract<EditAnswer, { kind: 'edits' }>,
  files: readonly WrittenFile[],
): EditAnswer {
  const written = files.map(({ path, text }) => ({ uri: pictureFinder.uriOf(uri, path), text }));
  return { ...answer, files: written };
}

/** Why nothing is written, in the reader's language. */
export function refusal(
  { options }: Server,
  why: keyof typeof texts,
  data: Readonly<Record<string, string>> = {},
): EditRefusal {
  return { kind: 'refused', message: text(why, data, options().translations) };
}
