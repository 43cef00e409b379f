// Renames a label or a macro in all texts of its blog: one edit, or an error that says why there is none.
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Translations } from '../checks/messages.js';
import {
  isRenamable,
  nameOf,
  newNameOf,
  postsToRename,
  rename,
} from '../language/rename/rename.js';
import type { RenameRefusal, RenameTexts } from '../language/rename/renaming.js';
import { symbolAt } from '../language/symbol.js';
import type { WorksheetText } from '../language/symbols/occurrence.js';
import { answered } from './answered.js';
import type { Blog } from './blog.js';
import { blogEdit, isCurrent } from './blogEdits.js';
import { toRange } from './convert.js';
import { readPosts } from './readPosts.js';
import type { Server } from './serverParts.js';
import { askedPlace } from './symbolFeatures.js';
import { text, type texts } from './texts.js';
import { relativePath } from './uri.js';

export function registerRename(server: Server): void {
  const { connection, log } = server;
  connection.onPrepareRename(
    answered(log, 'Preparing a rename', null, (params) => prepared(server, params)),
  );
  connection.onRenameRequest(
    answered(log, 'Renaming', null, (params, token) => renamed(server, params, token)),
  );
}

function prepared(server: Server, params: PrepareRenameParams): PrepareRenameResult | null {
  const asked = askedPlace(server, params);
  const symbol = asked && symbolAt(asked.context, asked.offset);
  if (!asked || !symbol || !isRenamable(symbol)) return null;
  return { range: toRange(asked.post.lines, symbol.keySpan), placeholder: nameOf(symbol) };
}

async function renamed(
  server: Server,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError | null> {
  // A post that was not read yet may name it, too.
  await server.blogs.loaded();
  const asked = askedPlace(server, params);
  const symbol = asked && symbolAt(asked.context, asked.offset);
  if (!asked || !symbol || !isRenamable(symbol)) return null;
  const { blog, context } = asked;
  const name = newNameOf(symbol, params.newName);
  const { translations } = server.options();
  const paths = postsToRename(symbol, name, context.blog);
  const { posts, lost } = await readPosts(server, blog, paths, token);
  const [first] = lost;
  if (first !== undefined) return failed(text('renameLost', { post: first }, translations));
  const read: RenameTexts = { posts, worksheets: await worksheetTexts(server, blog) };
  const answer = rename(symbol, name, read, context.blog);
  if (answer.kind === 'refused') return failed(refusal(answer, translations));
  const { uri } = params.textDocument;
  if (!isCurrent(server, uri, answer.texts)) return failed(text('postChanged', {}, translations));
  return blogEdit(server, uri, answer.texts);
}

async function worksheetTexts(
  { surroundings }: Server,
  blog: Blog,
): Promise<readonly WorksheetText[]> {
  const found = await surroundings.worksheetsOf(blog);
  return found.flatMap(({ post, worksheet: { uri, lines, version } }) => {
    const path = relativePath(blog.folder, uri);
    return path === null ? [] : [{ path, post, lines, version: version ?? 0 }];
  });
}

function failed(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function refusal({ why, subject, place }: RenameRefusal, translations: Translations): string {
  const name = why === 'macro-taken' && place === null ? 'renameMacroTakenByBlog' : refusals[why];
  const line = place === null ? '' : String(place.line + 1);
  return text(name, { name: subject, post: place?.path ?? '', line }, translations);
}

const refusals: { readonly [why in RenameRefusal['why']]: keyof typeof texts } = {
  'label-name': 'renameLabelName',
  'macro-name': 'renameMacroName',
  'known-command': 'renameKnownCommand',
  'label-taken': 'renameLabelTaken',
  'macro-taken': 'renameMacroTaken',
  'label-awaited': 'renameLabelAwaited',
  'not-written': 'renameNotWritten',
  'several-meanings': 'renameSeveralMeanings',
  outside: 'renameOutside',
  misread: 'renameMisread',
};
