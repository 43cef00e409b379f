// Whether pictures of the network may be loaded: only where the reader says so, of posts that the reader trusts.
import * as vscode from 'vscode';

export function loadsRemoteImages(post: vscode.Uri): boolean {
  return (
    vscode.workspace.isTrusted &&
    vscode.workspace.getConfiguration('postulate.preview', post).get('remoteImages') === true
  );
}
