// What a lens above an equation does: shows its references beside it.
import * as vscode from 'vscode';
import { showReferencesCommand, type PlaceInPost } from '../../protocol/server.js';

/** Only lenses call it: the palette has a command of VS Code for the place at the caret. */
export function registerShowReferences(): vscode.Disposable {
  return vscode.commands.registerCommand(
    showReferencesCommand,
    (uri: string, { line, character }: PlaceInPost) =>
      vscode.commands.executeCommand(
        'editor.action.findReferences',
        vscode.Uri.parse(uri),
        new vscode.Position(line, character),
      ),
  );
}
