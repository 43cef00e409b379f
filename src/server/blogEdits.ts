// Changes in several posts as one edit, each tied to the version of its post, and one step of undo.
import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Lines } from '../core/text/lines.js';
import type { TextChanges, WrittenText } from '../language/change.js';
import type { BlogEditAnswer, EditRefusal } from '../protocol/editing.js';
import { clientRequests, type EditQuestion } from '../protocol/server.js';
import { toTextEdits } from './convert.js';
import { refusal } from './edits.js';
import type { Server } from './serverParts.js';
import { textNow } from './textNow.js';
import { text } from './texts.js';

/** Has the client make it. */
export async function makeBlogEdit(
  server: Server,
  asked: string,
  label: string,
  posts: readonly TextChanges[],
): Promise<BlogEditAnswer> {
  const { connection } = server;
  const confirmed = await confirmedEdit(server, asked, label, posts);
  if (confirmed.kind !== 'edit') return confirmed;
  const { applied } = await connection.workspace.applyEdit({
    label,
    edit: confirmed.edit,
    metadata: { isRefactoring: true },
  });
  if (applied) return { kind: 'made', summary: null };
  return (await isCurrent(server, asked, posts))
    ? { kind: 'left' }
    : refusal(server, 'postChanged');
}

type ConfirmedEdit =
  { readonly kind: 'edit'; readonly edit: WorkspaceEdit } | { readonly kind: 'left' } | EditRefusal;

/** Where posts other than the one that was asked about change, the writer is asked before. */
export async function confirmedEdit(
  server: Server,
  asked: string,
  label: string,
  texts: readonly TextChanges[],
): Promise<ConfirmedEdit> {
  const edit = await chosenEdit(server, asked, label, texts);
  if (edit === null) return { kind: 'left' };
  // He may have thought it over for a while.
  return (await isCurrent(server, asked, texts))
    ? { kind: 'edit', edit }
    : refusal(server, 'postChanged');
}

/** `null` where he leaves it. */
async function chosenEdit(
  server: Server,
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
  server: Server,
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
      return {
        uri,
        version: versionOf(server, uri, post),
        edits: toTextEdits(post.lines, changes),
      };
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

/** Of a text that the editor has changed meanwhile, that of the changes: it makes none of them then. */
function versionOf(server: Server, uri: string, { lines, version }: WrittenText): number | null {
  const open = openText(server, uri);
  if (open === null) return null;
  return isSameText(open.lines, lines) ? open.version : version;
}

function isSameText(one: Lines, other: Lines): boolean {
  return one === other || one.join('') === other.join('');
}

/** Whether the texts still are those that the changes were made for, in an editor or in their files. */
async function isCurrent(
  server: Server,
  asked: string,
  posts: readonly TextChanges[],
): Promise<boolean> {
  const blog = server.blogs.blogOf(asked);
  for (const { post } of posts) {
    const uri = blog.uriOf(post.path);
    const open = openText(server, uri);
    const now = open === null ? await textNow(server, uri) : open.lines.join('');
    if (now !== post.lines.join('')) return false;
  }
  return true;
}

/** A post or a worksheet; `null` where it is not open. */
function openText(
  { store, worksheets }: Server,
  uri: string,
): { readonly version: number | null; readonly lines: Lines } | null {
  return store.get(uri)?.snapshot ?? worksheets.openAt(uri) ?? null;
}
