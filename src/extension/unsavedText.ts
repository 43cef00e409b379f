// Answers what an editor has of a file that the server does not follow, where that is not saved yet.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { clientRequests, type PostRequest } from '../protocol/server.js';

export function registerUnsavedText(client: LanguageClient): vscode.Disposable {
  return client.onRequest(clientRequests.unsavedText, ({ uri }: PostRequest) => {
    const key = vscode.Uri.parse(uri).toString();
    const unsaved = vscode.workspace.textDocuments.find(
      (document) => document.isDirty && document.uri.toString() === key,
    );
    return unsaved?.getText() ?? null;
  });
}
