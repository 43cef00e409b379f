// Insert Plot as SVG and Insert Result as Table: what is at the caret, else what is picked from a list.
import * as vscode from 'vscode';
import {
  editRequests,
  type ChoicesAnswer,
  type EditAnswer,
  type InsertResultRequest,
} from '../../protocol/editing.js';
import { updateInsertedCommand, type PlaceInPost } from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { activePostEditor, editRequest, makeEdits, writeAnswer } from './postEdits.js';

export function registerInsertResults(server: ServerClient): vscode.Disposable {
  const insert = (command: string, method: string, title: string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async () => {
      const editor = activePostEditor();
      if (editor) await insertResult(server, editor, method, title);
    });
  return vscode.Disposable.from(
    insert('postulate.insertPlot', editRequests.insertPlot, vscode.l10n.t('Insert Plot as SVG')),
    insert(
      'postulate.insertTable',
      editRequests.insertTable,
      vscode.l10n.t('Insert Result as Table'),
    ),
    vscode.commands.registerCommand(updateInsertedCommand, (uri: unknown, place: unknown) =>
      updateInserted(server, String(uri), place as PlaceInPost),
    ),
  );
}

async function insertResult(
  server: ServerClient,
  editor: vscode.TextEditor,
  method: string,
  title: string,
): Promise<void> {
  const request: InsertResultRequest = { ...editRequest(editor), choice: null };
  const ask = (choice: number | null): Promise<EditAnswer | ChoicesAnswer | null> =>
    server.request(method, { ...request, choice });
  let answer = await ask(null);
  if (answer?.kind === 'choices') {
    const choice = await pick(answer.names, title);
    answer = choice === undefined ? null : await ask(choice);
  }
  if (answer && answer.kind !== 'choices') await makeEdits(editor, request, answer);
}

async function pick(names: readonly string[], title: string): Promise<number | undefined> {
  const items = names.map((label, choice) => ({ label, choice }));
  return (await vscode.window.showQuickPick(items, { title }))?.choice;
}

async function updateInserted(
  server: ServerClient,
  uri: string,
  place: PlaceInPost,
): Promise<void> {
  const editor = activePostEditor();
  if (editor?.document.uri.toString() !== uri) return;
  const request = { ...editRequest(editor), start: place, end: place };
  await writeAnswer(server, editor, editRequests.updateInserted, request);
}
