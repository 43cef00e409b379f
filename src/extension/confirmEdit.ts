// Asks the writer before a change is made in other files than the one in the editor.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { clientRequests, type EditConfirmation, type EditQuestion } from '../protocol/server.js';

export function registerConfirmEdit(client: LanguageClient): vscode.Disposable {
  return client.onRequest(clientRequests.confirmEdit, confirmEdit);
}

async function confirmEdit({ message, detail }: EditQuestion): Promise<EditConfirmation> {
  const all = vscode.l10n.t('Change All');
  const look = vscode.l10n.t('Show Changes…');
  const answer = await vscode.window.showInformationMessage(
    message,
    { modal: true, detail },
    all,
    look,
  );
  if (answer === all) return 'all';
  return answer === look ? 'look' : 'none';
}
