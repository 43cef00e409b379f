// What the page of a preview's webview holds: our files, the post, and the words in the reader's language.
import * as vscode from 'vscode';
import type { Ways } from '../protocol/trail.js';
import { randomNonce } from './nonce.js';
import { previewHtml } from './previewHtml.js';

export interface PreviewPageChoices {
  readonly media: vscode.Uri;
  readonly post: vscode.Uri;
  readonly remoteImages: boolean;
  /** To other posts. */
  readonly ways: Ways;
}

export function previewPage(webview: vscode.Webview, choices: PreviewPageChoices): string {
  const { media, post, remoteImages, ways } = choices;
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, ...path)).toString();
  const folder = vscode.Uri.joinPath(post, '..');
  return previewHtml({
    root: 'postulate',
    language: vscode.env.language,
    title: post.path.slice(post.path.lastIndexOf('/') + 1),
    ownSource: webview.cspSource,
    nonce: randomNonce(),
    remoteImages,
    styleSheets: [address('katex', 'katex.min.css'), address('preview.css')],
    script: address('preview.js'),
    data: {
      uri: post.toString(),
      base: `${webview.asWebviewUri(folder).toString()}/`,
      'remote-images': String(remoteImages),
      ways: [...(ways.back ? ['back'] : []), ...(ways.forward ? ['forward'] : [])].join(' '),
      strings: JSON.stringify(pageStrings()),
      font: JSON.stringify(fontSettings(post)),
    },
  });
}

function pageStrings(): Readonly<Record<string, string>> {
  return {
    unresolved: vscode.l10n.t('No numbered equation of this post has this label'),
    tooLong: vscode.l10n.t(
      'The formula is too long to be typeset: its limit is 50,000 characters.',
    ),
    tooDeep: vscode.l10n.t('The formula is nested too deeply to be typeset.'),
    deadLink: vscode.l10n.t('There is no such post'),
    beyondCut: vscode.l10n.t('Not in the excerpt: readers of a list see (???) here'),
    cut: vscode.l10n.t('The excerpt ends here: lists show what is above'),
    imageBlocked: vscode.l10n.t('Images from the network are not loaded: {0}', '{0}'),
    wideFormula: vscode.l10n.t('Wide formula: the arrow keys scroll it'),
    find: vscode.l10n.t('Find in the preview'),
    findNext: vscode.l10n.t('Next'),
    findPrevious: vscode.l10n.t('Previous'),
    findClose: vscode.l10n.t('Close'),
    noResults: vscode.l10n.t('No results'),
    history: vscode.l10n.t('Links that were followed'),
    goBack: vscode.l10n.t('Back (Alt+Left)'),
    goForward: vscode.l10n.t('Forward (Alt+Right)'),
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
