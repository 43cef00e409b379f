// Which documents are posts, and whether a post is there.
import * as vscode from 'vscode';

/** The post that a command means; opened, so that the server gets its text. */
export async function markdownPost(post: unknown): Promise<vscode.Uri | null> {
  const uri = post instanceof vscode.Uri ? post : vscode.window.activeTextEditor?.document.uri;
  const document = uri && (await openPost(uri));
  return document?.uri ?? null;
}

/** The post that was seen before, unless it is gone. */
export async function knownPost(post: vscode.Uri): Promise<vscode.Uri | null> {
  const document = await openPost(post);
  if (!document) return null;
  // VS Code keeps the text of a file for minutes after the file is gone.
  const isThere = document.isUntitled || document.isDirty || (await exists(post));
  return isThere ? document.uri : null;
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

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
