// Which documents are posts.
import * as vscode from 'vscode';

/** The post that a command means; opened, so that the server gets its text. */
export async function markdownPost(post: unknown): Promise<vscode.Uri | null> {
  const uri = post instanceof vscode.Uri ? post : vscode.window.activeTextEditor?.document.uri;
  const document = uri && (await openPost(uri));
  return document?.uri ?? null;
}

/** Not the side of a comparison, or another text that the server knows nothing of. */
export function isWritten(document: vscode.TextDocument): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = ['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)];
  return isPost(document) && schemes.includes(document.uri.scheme);
}

export function isSame(left: vscode.Uri, right: vscode.Uri): boolean {
  return left.toString() === right.toString();
}

async function openPost(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return isPost(document) ? document : null;
  } catch {
    // A restored panel may name a file that is gone.
    return null;
  }
}

function isPost(document: vscode.TextDocument): boolean {
  return document.languageId === 'markdown';
}
