// The page of the preview's webview: its policy, its style sheets and what its script needs to know.
import * as vscode from 'vscode';

export interface PreviewPageChoices {
  readonly media: vscode.Uri;
  readonly post: vscode.Uri;
  readonly remoteImages: boolean;
}

export function previewPage(webview: vscode.Webview, choices: PreviewPageChoices): string {
  const nonce = randomNonce();
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(choices.media, ...path)).toString();
  const folder = vscode.Uri.joinPath(choices.post, '..');
  const data = [
    dataAttribute('uri', choices.post.toString()),
    dataAttribute('base', `${webview.asWebviewUri(folder).toString()}/`),
    dataAttribute('remote-images', String(choices.remoteImages)),
    dataAttribute('strings', JSON.stringify(pageStrings())),
    dataAttribute('font', JSON.stringify(fontSettings(choices.post))),
  ];
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy(webview, nonce, choices.remoteImages)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${address('katex', 'katex.min.css')}">
<link rel="stylesheet" href="${address('preview.css')}">
</head>
<body class="vscode-body">
<main class="postulate"${data.join('')}></main>
<script nonce="${nonce}" src="${address('preview.js')}"></script>
</body>
</html>`;
}

/** Nothing runs but our script; nothing loads but our files, and pictures of the workspace. */
function policy(webview: vscode.Webview, nonce: string, remoteImages: boolean): string {
  const own = webview.cspSource;
  return [
    `default-src 'none'`,
    `img-src ${own} data:${remoteImages ? ' https:' : ''}`,
    `style-src ${own}`,
    `font-src ${own}`,
    `script-src 'nonce-${nonce}'`,
    `form-action 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}

function pageStrings(): Readonly<Record<string, string>> {
  return {
    goToEquation: vscode.l10n.t('Go to equation {0}', '{0}'),
    unresolved: vscode.l10n.t('No numbered equation of this post has this label'),
    tooLong: vscode.l10n.t(
      'The formula is too long to be typeset: its limit is 50,000 characters.',
    ),
    tooDeep: vscode.l10n.t('The formula is nested too deeply to be typeset.'),
    beyondCut: vscode.l10n.t('Not in the excerpt: readers of a list see (???) here'),
    cut: vscode.l10n.t('The excerpt ends here: lists show what is above'),
    imageBlocked: vscode.l10n.t('Images from the network are not loaded: {0}', '{0}'),
    find: vscode.l10n.t('Find in the preview'),
    findNext: vscode.l10n.t('Next'),
    findPrevious: vscode.l10n.t('Previous'),
    findClose: vscode.l10n.t('Close'),
    noResults: vscode.l10n.t('No results'),
  };
}

/** The reader's settings for VS Code's own preview hold for this one too. */
function fontSettings(post: vscode.Uri): Readonly<Record<string, string | number | undefined>> {
  const settings = vscode.workspace.getConfiguration('markdown.preview', post);
  return {
    fontFamily: settings.get<string>('fontFamily'),
    fontSize: settings.get<number>('fontSize'),
    lineHeight: settings.get<number>('lineHeight'),
  };
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function dataAttribute(name: string, value: string): string {
  const escaped = value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return ` data-${name}="${escaped}"`;
}
