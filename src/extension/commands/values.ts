// Update Stale Values, Copy Value, and where a quick fix goes on.
import * as vscode from 'vscode';
import { editRequests } from '../../protocol/editing.js';
import { putCaretCommand, serverRequests, type PlaceInPost } from '../../protocol/server.js';
import { showNotice } from '../notice.js';
import { placeOf } from '../places.js';
import type { ServerClient } from '../serverClient.js';
import { activePostEditor, editRequest, putCaret, writeAnswer } from './postEdits.js';

export function registerValues(server: ServerClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('postulate.updateStaleValues', async () => {
      const editor = activePostEditor();
      if (editor) await writeAnswer(server, editor, editRequests.updateStale, editRequest(editor));
    }),
    vscode.commands.registerCommand('postulate.copyValue', () => copyValue(server)),
    vscode.commands.registerCommand(putCaretCommand, followFix),
  );
}

async function copyValue(server: ServerClient): Promise<void> {
  const editor = activePostEditor();
  if (!editor) return;
  const { document, selection } = editor;
  const request = { uri: document.uri.toString(), position: placeOf(selection.active) };
  const value = await server.request<string | null>(serverRequests.valueAt, request);
  if (value !== null) {
    await vscode.env.clipboard.writeText(value);
    showNotice(vscode.l10n.t('Copied: {0}', shorten(value)));
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'There is no value at the caret. Put the caret on a worksheet line or a formula with a mark; “Evaluate Formula at Cursor” computes any formula.',
    ),
  );
}

function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** A quick fix has written a line that its writer completes, perhaps in the file beside the post. */
async function followFix(uri: unknown, place: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const isThere = active !== undefined && active.document.uri.toString() === uri;
  const editor = isThere
    ? active
    : await vscode.window.showTextDocument(vscode.Uri.parse(String(uri)));
  putCaret(editor, place as PlaceInPost);
}
