// Wrap in Environment…: the selection or the display at the caret, in an environment of the site.
import * as vscode from 'vscode';
import { editRequests, type ChoicesAnswer, type WrapRequest } from '../../protocol/editing.js';
import type { ServerClient } from '../serverClient.js';
import { activePostEditor, editRequest, showRefusal, writeAnswer } from './postEdits.js';

export function registerWrapInEnvironment(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.wrapInEnvironment', async () => {
    const editor = activePostEditor();
    if (!editor) return;
    const request = editRequest(editor);
    const answer = await server.request<ChoicesAnswer | null>(editRequests.wrapChoices, request);
    if (!answer) return;
    if (answer.kind === 'refused') return showRefusal(answer);
    const name = await vscode.window.showQuickPick([...answer.names], {
      title: vscode.l10n.t('Wrap in Environment'),
      placeHolder: vscode.l10n.t('Pick the environment. The first one fits best.'),
    });
    if (name === undefined) return;
    const wrap: WrapRequest = { ...request, name };
    await writeAnswer(server, editor, editRequests.wrap, wrap);
  });
}
