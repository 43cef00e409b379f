// The posts to publish again after titles have changed, and the citations that were left, as a list that opens them.
import * as vscode from 'vscode';
import type { RetitleAnswer } from '../../protocol/retitle.js';
import { rangeOf } from '../places.js';
import { showRange } from '../showPost.js';

type Retitled = Extract<RetitleAnswer, { kind: 'made' }>;

export async function showRetitled(retitled: Retitled): Promise<void> {
  const sentence = describe(retitled);
  if (sentence === '') return;
  const show = vscode.l10n.t('Show List');
  const chosen = await vscode.window.showInformationMessage(sentence, show);
  if (chosen === show) await showList(retitled);
}

function describe({ publish: { length }, left }: Retitled): string {
  const sentences: string[] = [];
  if (length === 1) sentences.push(vscode.l10n.t('1 post to publish again.'));
  if (length > 1) sentences.push(vscode.l10n.t('{0} posts to publish again.', length));
  if (left.length > 0) {
    sentences.push(vscode.l10n.t('Citations left as they are: {0}.', left.length));
  }
  return sentences.join(' ');
}

interface Item extends vscode.QuickPickItem {
  readonly uri?: string;
  readonly range?: vscode.Range;
}

async function showList(retitled: Retitled): Promise<void> {
  const picked = await vscode.window.showQuickPick(itemsOf(retitled), {
    title: vscode.l10n.t('Posts to Publish Again'),
    placeHolder: vscode.l10n.t('Pick one to open it.'),
    matchOnDescription: true,
  });
  if (picked?.uri === undefined) return;
  const range = picked.range ?? new vscode.Range(0, 0, 0, 0);
  const reveal = vscode.TextEditorRevealType.InCenterIfOutsideViewport;
  await showRange(vscode.Uri.parse(picked.uri), range, { reveal, viewColumn: undefined });
}

function itemsOf({ publish, left }: Retitled): readonly Item[] {
  const posts = publish.map(({ uri, title }): Item => {
    const path = pathOf(uri);
    return { label: title ?? path, description: title === null ? '' : path, uri };
  });
  const citations = left.map(({ uri, cited, why, ...places }): Item => ({
    label: cited,
    description: `${pathOf(uri)}:${places.start.line + 1}`,
    detail: why,
    uri,
    range: rangeOf(places),
  }));
  return [
    ...under(vscode.l10n.t('to be published again'), posts),
    ...under(vscode.l10n.t('left as they are'), citations),
  ];
}

function under(label: string, items: readonly Item[]): readonly Item[] {
  if (items.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
}
