// Fix All in Post: what VS Code would do on saving, where its settings ask for it.
import * as vscode from 'vscode';
import { fixAllKind } from '../../protocol/server.js';

export function registerFixAll(): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.fixAll', () =>
    // It says itself where there is nothing to fix.
    vscode.commands.executeCommand('editor.action.sourceAction', {
      kind: fixAllKind,
      apply: 'first',
    }),
  );
}
