// Writes files beside a post, as the server asks for: in trusted folders alone, and over no link.
import * as vscode from 'vscode';
import type { FileToWrite } from '../protocol/editing.js';
import { showNotice } from './notice.js';

/** Says why where one was not written; whether all were. */
export async function writeFiles(files: readonly FileToWrite[]): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'In Restricted Mode no picture is written beside a post. Trust this folder first.',
      ),
    );
    return false;
  }
  for (const { uri, text } of files) {
    const target = vscode.Uri.parse(uri);
    const name = vscode.workspace.asRelativePath(target);
    try {
      if (await isLink(target))
        throw new Error(vscode.l10n.t('a link stands there. Remove it first.'));
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The picture {0} was not written: {1}', name, reason),
      );
      return false;
    }
    showNotice(vscode.l10n.t('Written: {0}', name));
  }
  return true;
}

/** Also one that leads nowhere: a file would appear where it leads. */
async function isLink(target: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(target);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}
