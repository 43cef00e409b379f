// Fix All in Post: what VS Code would do on saving, where its settings ask for it.
import * as vscode from 'vscode';
import { fixAllKind } from '../../protocol/server.js';
import { activePost } from './activePost.js';
import { showChangedMeanwhile, showRefusal } from './postEdits.js';

export function registerFixAll(): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.fixAll', async () => {
    const post = activePost();
    if (post) await fixAll(post);
  });
}

/** Not by VS Code's own command, which drops what it was asked for when findings arrive meanwhile. */
async function fixAll(post: vscode.TextDocument): Promise<void> {
  const { uri, version } = post;
  const edit = await askedEdit(post);
  const isCurrent = post.version === version;
  if (edit && isCurrent && (await vscode.workspace.applyEdit(edit))) return;
  if (edit || !isCurrent) return showChangedMeanwhile();
  const name = vscode.workspace.asRelativePath(uri);
  showRefusal({ message: vscode.l10n.t('Nothing in {name} has a fix that is certain.', { name }) });
}

async function askedEdit(post: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  const whole = new vscode.Range(0, 0, post.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    post.uri,
    whole,
    fixAllKind,
  );
  return actions[0]?.edit;
}
