// Entry point of the VS Code client: registers the commands.
import * as vscode from 'vscode';
import { openPreview } from './previewPanel.js';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('postulate.openPreview', () => {
      openPreview(context.extensionUri);
    }),
  );
}
