// Changes in several posts as one edit, each tied to the version of its post, and one step of undo.
import type {
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import type { Lines } from '../core/text/lines.js';
import type { TextChanges } from '../language/change.js';
import type { BlogEditAnswer, EditRefusal } from '../protocol/editing.js';
import { clientRequests, type EditQuestion } from '../protocol/server.js';
import { toRange } from './convert.js';
import type { Server } from './serverParts.js';
import { text } from './texts.js';

type Parts = Pick<Server, 'client' | 'blogs' | 'store' | 'worksheets' | 'options' | 'connection'>;

/** Has the client make it. */
export async function makeBlogEdit(
  server: Parts,
  asked: string,
  label: string,
  posts: readonly TextChanges[],
): Promise<BlogEditAnswer> {
  const { connection, options } = server;
  if (!isCurrent(server, asked, posts)) return changedMeanwhile(options().translations);
  const edit = await confirmedEdit(server, asked, label, posts);
  if (edit === null) return { kind: 'left' };
  if (!isCurrent(server, asked, posts)) return changedMeanwhile(options().translations);
  const { applied } = await connection.workspace.applyEdit({
    label,
    edit,
    metadata: { isRefactoring: true },
  });
  if (applied) return { kind: 'made', summary: null };
  return isCurrent(server, asked, posts)
    ? { kind: 'left' }
    : changedMeanwhile(options().translations);
}

/** Where posts other than the one that was asked about change, the writer is asked before; `null` where he leaves it. */
export async function confirmedEdit(
  server: Parts,
  asked: string,
  label: string,
  texts: readonly TextChanges[],
): Promise<WorkspaceEdit | null> {
  const { blogs, options, connection } = server;
  const changed = texts.filter(({ changes }) => changes.length > 0);
  const isElsewhere = changed.some(({ post }) => blogs.blogOf(asked).uriOf(post.path) !== asked);
  // A client that cannot be asked is told which edits to show first.
  if (!isElsewhere || !options().confirmsEdits) return blogEdit(server, asked, changed, true);
  const data = { label, count: String(changed.length) };
  const question: EditQuestion = {
    message: text('confirmEdit', data, options().translations),
    detail: changed.map(({ post, changes }) => `${post.path}: ${changes.length}`).join('\n'),
  };
  const answer: unknown = await connection.sendRequest(clientRequests.confirmEdit, question);
  if (answer === 'all') return blogEdit(server, asked, changed);
  return answer === 'look' ? blogEdit(server, asked, changed, true) : null;
}

/** Where those in other posts are looked at, the editor shows them before it makes them. */
export function blogEdit(
  server: Omit<Parts, 'connection'>,
  asked: string,
  posts: readonly TextChanges[],
  isLookedAt = false,
): WorkspaceEdit {
  const { client, blogs, options } = server;
  const isAnnotated = isLookedAt && client.annotatesEdits;
  const blog = blogs.blogOf(asked);
  const edits = posts
    .filter(({ changes }) => changes.length > 0)
    .map(({ post, changes }) => {
      const uri = blog.uriOf(post.path);
      const version = openText(server, uri)?.version ?? null;
      return { uri, version, edits: textEdits({ post, changes }) };
    });
  if (!client.checksVersions)
    return { changes: Object.fromEntries(edits.map(({ uri, edits }) => [uri, edits])) };
  const documentChanges = edits.map(({ uri, version, edits }): TextDocumentEdit => {
    const isConfirmed = isAnnotated && uri !== asked;
    return {
      textDocument: { uri, version },
      edits: isConfirmed ? edits.map((edit) => ({ ...edit, annotationId: elsewhere })) : edits,
    };
  });
  if (!isAnnotated || edits.every(({ uri }) => uri === asked)) return { documentChanges };
  const label = text('editsElsewhere', {}, options().translations);
  const annotation: ChangeAnnotation = { label, needsConfirmation: true };
  return { documentChanges, changeAnnotations: { [elsewhere]: annotation } };
}

const elsewhere = 'elsewhere';

/** Whether the open posts are those that the changes were made for; one may have been opened since, with the same text. */
export function isCurrent(
  server: Pick<Server, 'blogs' | 'store' | 'worksheets'>,
  asked: string,
  posts: readonly TextChanges[],
): boolean {
  const blog = server.blogs.blogOf(asked);
  return posts.every(({ post }) => {
    const open = openText(server, blog.uriOf(post.path));
    return open === null || isSameText(open.lines, post.lines);
  });
}

function isSameText(left: Lines, right: Lines): boolean {
  return left === right || left.join('') === right.join('');
}

/** A post or a worksheet; `null` where it is not open. */
function openText(
  { store, worksheets }: Pick<Server, 'store' | 'worksheets'>,
  uri: string,
): { readonly version: number | null; readonly lines: Lines } | null {
  return store.get(uri)?.snapshot ?? worksheets.openAt(uri) ?? null;
}

function changedMeanwhile(translations: Translations): EditRefusal {
  return { kind: 'refused', message: text('postChanged', {}, translations) };
}

function textEdits({ post, changes }: TextChanges): TextEdit[] {
  return changes.map(({ span, text }) => ({ range: toRange(post.lines, span), newText: text }));
}
