// Insert Equation Reference…: an equation of the blog is picked, and referred to as the post does.
import * as vscode from 'vscode';
import {
  equationRequests,
  type EquationEditAnswer,
  type InsertReferenceRequest,
} from '../../protocol/equations.js';
import { pickEquation } from '../equationPicker.js';
import type { ServerClient } from '../serverClient.js';
import { offerUpdate } from './outdatedNumbers.js';
import { activePostEditor, editRequest, makeEdits } from './postEdits.js';

export function registerInsertEquationReference(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.insertEquationReference', async () => {
    const editor = activePostEditor();
    if (!editor) return;
    const equation = await pickEquation(server, editor, {
      title: vscode.l10n.t('Insert Equation Reference'),
      placeholder: vscode.l10n.t('Number, label, TeX or post. One without a label gets one.'),
    });
    if (!equation) return;
    const request: InsertReferenceRequest = { ...editRequest(editor), equation };
    const answer = await server.request<EquationEditAnswer | null>(
      equationRequests.insertReference,
      request,
    );
    if (!answer || answer.kind === 'left') return;
    if (answer.kind !== 'made') await makeEdits(editor, request, answer);
    if (answer.kind !== 'refused' && answer.shiftsNumbers) await offerUpdate(server, equation.uri);
  });
}
