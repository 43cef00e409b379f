// Show Reference Graph: one panel, around the post that it was last asked for; it is there again after a reload.
import * as vscode from 'vscode';
import { isSavedGraph, type SavedGraph } from '../../protocol/graph.js';
import { GraphPanel } from '../graphPanel.js';
import type { ServerClient } from '../serverClient.js';
import { activePost } from './activePost.js';

const viewType = 'postulate.graph';

export function registerShowReferenceGraph(
  server: ServerClient,
  { extensionUri }: vscode.ExtensionContext,
): vscode.Disposable {
  let shown: GraphPanel | null = null;
  const fill = (panel: vscode.WebviewPanel, graph: SavedGraph): void => {
    const filled = (shown = new GraphPanel(server, extensionUri, panel, graph));
    filled.onDidDispose(() => {
      if (shown === filled) shown = null;
    });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('postulate.showReferenceGraph', () => {
      const post = activePost();
      if (!post) return;
      if (shown) shown.show(post.uri);
      else fill(newPanel(), { uri: post.uri.toString(), expanded: [] });
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        if (isSavedGraph(state)) fill(panel, state);
        else panel.dispose();
        return Promise.resolve();
      },
    }),
  );
}

function newPanel(): vscode.WebviewPanel {
  const title = vscode.l10n.t('Reference Graph');
  return vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Beside);
}
