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
import type { RenameRefusal } from '../language/rename/renaming.js';
import { symbolAt } from '../language/symbol.js';
import { answered } from './answered.js';
import { askedPlace } from './asked.js';
import { confirmedEdit } from './blogEdits.js';
import { toRange } from './convert.js';
import type { Server } from './serverParts.js';
import { symbolTexts } from './symbolTexts.js';
import { text, type texts } from './texts.js';

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
  const read = await symbolTexts(server, blog, symbol, paths, token);
  const [first] = read.lost;
  if (token.isCancellationRequested) return null;
  if (first !== undefined) return failed(text('renameLost', { post: first }, translations));
  const answer = rename(symbol, name, read, context.blog);
  if (answer.kind === 'refused') return failed(refusal(answer, translations));
  const { uri } = params.textDocument;
  const label = text('renaming', { from: nameOf(symbol), to: params.newName }, translations);
  const confirmed = await confirmedEdit(server, uri, label, answer.texts);
  switch (confirmed.kind) {
    case 'edit':
      return confirmed.edit;
    case 'left':
      return { changes: {} };
    case 'refused':
      return failed(confirmed.message);
  }
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
