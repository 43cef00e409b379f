// Toggle Star of Environment.
import * as vscode from 'vscode';
import { editRequests } from '../../protocol/editing.js';
import type { ServerClient } from '../serverClient.js';
import { activePostEditor, editRequest, writeAnswer } from './postEdits.js';

export function registerToggleStar(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.toggleStar', async () => {
    const editor = activePostEditor();
    if (editor) await writeAnswer(server, editor, editRequests.toggleStar, editRequest(editor));
  });
}
