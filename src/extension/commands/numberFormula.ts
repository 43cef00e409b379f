// Number This Formula: the row at the caret gets a number, and no other row loses or gets one.
import * as vscode from 'vscode';
import { equationRequests, type EquationEditAnswer } from '../../protocol/equations.js';
import type { ServerClient } from '../serverClient.js';
import { offerUpdate } from './outdatedNumbers.js';
import { activePostEditor, editRequest, makeEdits } from './postEdits.js';

export function registerNumberFormula(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.numberFormula', async () => {
    const editor = activePostEditor();
    if (!editor) return;
    const request = editRequest(editor);
    const answer = await server.request<EquationEditAnswer | null>(
      equationRequests.numberFormula,
      request,
    );
    if (answer?.kind !== 'edits' && answer?.kind !== 'refused') return;
    await makeEdits(editor, request, answer);
    if (answer.kind === 'edits' && answer.shiftsNumbers) await offerUpdate(server, request.uri);
  });
}
