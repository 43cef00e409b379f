// What requests that write into a post have in common: the text that was asked about, and edits as the client makes them.
import type { Snapshot } from '../core/post/facts.js';
import type { Span } from '../core/text/span.js';
import type { Change } from '../language/change.js';
import type { WrittenFile } from '../language/inserted/staleInserted.js';
import type { EditAnswer, EditRefusal, EditRequest } from '../protocol/editing.js';
import { toRange, toSpan } from './convert.js';
import type { Server } from './serverParts.js';
import { text, type texts } from './texts.js';

/** Asks about the very text that the client has, or not at all. */
export function askingOf(server: Server) {
  return <Answer>(
    request: EditRequest,
    ask: (post: Snapshot, selection: Span) => Answer,
  ): Answer | EditRefusal | null => {
    const post = server.store.get(request.uri)?.snapshot;
    if (!post) return null;
    if (post.version !== request.version) return refusal(server, 'postChanged');
    return ask(post, toSpan(post.lines, request));
  };
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
