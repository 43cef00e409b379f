// The page from which formatted text is copied: VS Code itself puts nothing but plain text into the clipboard.
import * as vscode from 'vscode';
import { randomNonce } from './nonce.js';
import { publishedHtml } from './publishedHtml.js';
import { loadsRemoteImages } from './remoteImages.js';

let panel: vscode.WebviewPanel | null = null;

export function showPublishedPage(
  html: string,
  text: string,
  post: vscode.Uri,
  place: string,
): void {
  const title = vscode.l10n.t('Copy for {0}', place);
  if (panel === null) {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    panel = vscode.window.createWebviewPanel('postulate.published', title, column, {
      enableScripts: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      panel = null;
    });
  }
  panel.title = title;
  panel.webview.html = publishedHtml({
    html,
    text,
    title,
    copied: vscode.l10n.t('Copied. Paste it into the editor of {0}.', place),
    failed: vscode.l10n.t('The page was not copied. Select it and copy it by hand.'),
    language: vscode.env.language,
    remoteImages: loadsRemoteImages(post),
    nonce: randomNonce(),
  });
  panel.reveal(undefined, true);
}
