// Show Reference Graph: one panel, around the post that it was last asked for.
import * as vscode from 'vscode';
import { GraphPanel } from '../graphPanel.js';
import type { ServerClient } from '../serverClient.js';
import { activePost } from './activePost.js';

export function registerShowReferenceGraph(
  server: ServerClient,
  { extensionUri }: vscode.ExtensionContext,
): vscode.Disposable {
  let panel: GraphPanel | null = null;
  return vscode.commands.registerCommand('postulate.showReferenceGraph', () => {
    const post = activePost();
    if (!post) return;
    if (panel) {
      panel.show(post.uri);
      return;
    }
    panel = new GraphPanel(server, extensionUri, post.uri);
    panel.onDidDispose(() => {
      panel = null;
    });
  });
}
