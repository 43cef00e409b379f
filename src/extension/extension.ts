// Entry point of the VS Code client: registers the commands.
import type * as vscode from 'vscode';
import { registerPreviews } from './previews.js';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(registerPreviews(context));
}
