// What the page of the graph's webview holds: our files, and the words in the reader's language.
import * as vscode from 'vscode';
import { randomNonce } from './nonce.js';
import { previewHtml } from './previewHtml.js';

export function graphPage(webview: vscode.Webview, media: vscode.Uri): string {
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  return previewHtml({
    root: 'postulate-graph',
    language: vscode.env.language,
    title: vscode.l10n.t('Reference Graph'),
    ownSource: webview.cspSource,
    nonce: randomNonce(),
    remoteImages: false,
    styleSheets: [address('graph.css')],
    script: address('graph.js'),
    data: { strings: JSON.stringify(graphStrings()) },
  });
}

/** By the names that the script has for them; `{0}` stays for it to fill. */
function graphStrings(): Readonly<Record<string, string>> {
  return {
    heading: vscode.l10n.t('Reference Graph'),
    graph: vscode.l10n.t('Graph: the arrow keys move it, + and − change its size'),
    list: vscode.l10n.t('Posts and equations of the graph'),
    filter: vscode.l10n.t('Filter by title or label'),
    series: vscode.l10n.t('Series'),
    allSeries: vscode.l10n.t('All series'),
    larger: vscode.l10n.t('Larger'),
    smaller: vscode.l10n.t('Smaller'),
    whole: vscode.l10n.t('Show the whole graph'),
    keys: vscode.l10n.t(
      'Enter opens, Space shows the equations of a post, C shows the graph around it, arrow keys follow references.',
    ),
    open: vscode.l10n.t('Open'),
    center: vscode.l10n.t('Show around this post'),
    equations: vscode.l10n.t('Equations ({0})', '{0}'),
    equation: vscode.l10n.t('Equation {0} of “{1}”', '{0}', '{1}'),
    shown: vscode.l10n.t('{0} of {1} posts, those around “{2}”.', '{0}', '{1}', '{2}'),
    leftOutPosts: vscode.l10n.t('Posts left out that are as near: {0}.', '{0}'),
    leftOutEquations: vscode.l10n.t('Equations left out: {0}.', '{0}'),
    alone: vscode.l10n.t('No post refers to this one, and it refers to none.'),
    filtered: vscode.l10n.t('The filter leaves {0}.', '{0}'),
    link: vscode.l10n.t('links to {0}', '{0}'),
    citation: vscode.l10n.t('cites {0}', '{0}'),
    reference: vscode.l10n.t('refers to {0}', '{0}'),
    linked: vscode.l10n.t('linked from {0}', '{0}'),
    cited: vscode.l10n.t('cited by {0}', '{0}'),
    referred: vscode.l10n.t('referred to by {0}', '{0}'),
    times: vscode.l10n.t('{0}, {1} times', '{0}', '{1}'),
    neighbours: vscode.l10n.t('{0}, references: {1}', '{0}', '{1}'),
  };
}
