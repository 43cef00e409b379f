// The post that a command means: the one in the active editor.
import * as vscode from 'vscode';

export function activePost(): vscode.TextDocument | null {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'markdown') return document;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Open a Markdown post first: the command works on the post in the active editor.',
    ),
  );
  return null;
}
