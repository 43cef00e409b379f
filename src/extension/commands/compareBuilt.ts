// Compare with Built Site…: what the pages of the site show otherwise than the posts, in the Problems view.
import * as vscode from 'vscode';
import { serverRequests } from '../../protocol/server.js';
import type { CompareBuiltRequest, ComparedPosts } from '../../protocol/site.js';
import type { ServerClient } from '../serverClient.js';
import { activePost } from './activePost.js';
import { withCheckProgress } from './checkProgress.js';
import { showFound } from './summary.js';

export function registerCompareBuilt(server: ServerClient): vscode.Disposable {
  const found = vscode.languages.createDiagnosticCollection('postulate.built');
  return vscode.Disposable.from(
    found,
    // What was compared is not what stands there now.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) found.delete(document.uri);
    }),
    vscode.commands.registerCommand('postulate.compareBuilt', async () => {
      const post = activePost();
      const folder = post && (await pickFolder(post.uri));
      if (!folder) return;
      const request: CompareBuiltRequest = { uri: post.uri.toString(), built: folder.toString() };
      const title = vscode.l10n.t('Comparing with the built site');
      const { compareBuilt } = serverRequests;
      const compared = await withCheckProgress<ComparedPosts>(server, title, compareBuilt, request);
      if (!compared) return;
      found.clear();
      for (const { uri, diagnostics } of compared.differing) {
        found.set(vscode.Uri.parse(uri), await server.diagnosticsOf(diagnostics));
      }
      await showSummary(compared);
    }),
  );
}

/** Where generators write to. */
const builtFolders = ['public', '_site', 'site', 'build', 'dist', '_build'];

async function pickFolder(post: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(post)?.uri;
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('The Folder That the Site Was Built To'),
    openLabel: vscode.l10n.t('Compare'),
    canSelectFolders: true,
    canSelectFiles: false,
    ...(folder ? { defaultUri: (await existingOf(folder)) ?? folder } : {}),
  });
  return picked?.[0];
}

async function existingOf(folder: vscode.Uri): Promise<vscode.Uri | null> {
  for (const name of builtFolders) {
    const uri = vscode.Uri.joinPath(folder, name);
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type === vscode.FileType.Directory) return uri;
    } catch {
      // There is none of this name.
    }
  }
  return null;
}

async function showSummary({ pages, posts, compared, differing }: ComparedPosts): Promise<void> {
  if (pages === 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('This folder holds no page. Pick the folder that the site was built to.'),
    );
    return;
  }
  await showFound(
    differing.length > 0,
    vscode.l10n.t(
      'Posts compared: {0}. Different from their pages: {1}, without a page: {2}.',
      compared,
      differing.length,
      posts - compared,
    ),
  );
}
