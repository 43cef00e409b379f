// The preview panel: a webview that shows what the readers of a post will see.
import * as vscode from 'vscode';

/** Opens the preview of the post in the active editor. */
export function openPreview(extensionUri: vscode.Uri): void {
  const post = vscode.window.activeTextEditor?.document;
  if (post?.languageId !== 'markdown') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a Markdown post first: the preview shows the post in the active editor.'),
    );
    return;
  }
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const panel = vscode.window.createWebviewPanel(
    'postulate.preview',
    vscode.l10n.t('Preview {0}', post.uri.path.slice(post.uri.path.lastIndexOf('/') + 1)),
    vscode.ViewColumn.Active,
    { enableScripts: true, localResourceRoots: [media] },
  );
  panel.webview.html = page(panel.webview, media, countEquations(post.getText()));
}

function countEquations(text: string): number {
  return text.split('\\begin{equation}').length - 1;
}

function page(webview: vscode.Webview, media: vscode.Uri, count: number): string {
  const nonce = crypto.randomUUID();
  const address = (...segments: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, ...segments)).toString();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address('katex', 'katex.min.css')}">
</head>
<body>
<main class="postulate" data-equations="${count}"></main>
<script nonce="${nonce}" src="${address('preview.js')}"></script>
</body>
</html>`;
}
