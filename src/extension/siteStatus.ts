// What the posts of the active editor are turned into pages by: one line of VS Code's language status.
import * as vscode from 'vscode';
import {
  serverNotifications,
  serverRequests,
  type PostSite,
  type SitePart,
} from '../protocol/server.js';
import type { ServerClient } from './serverClient.js';

export function registerSiteStatus(server: ServerClient): vscode.Disposable {
  const status = vscode.languages.createLanguageStatusItem('postulate.site', {
    language: 'markdown',
  });
  status.name = vscode.l10n.t('Site of the Post');
  status.command = { title: vscode.l10n.t('Change Site…'), command: 'postulate.changeSite' };
  let asked = 0;
  const show = async (): Promise<void> => {
    const post = vscode.window.activeTextEditor?.document;
    if (post?.languageId !== 'markdown') return;
    const turn = ++asked;
    const request = { uri: post.uri.toString() };
    const site = await server.request<PostSite | null>(serverRequests.site, request);
    if (site && turn === asked) write(status, site);
  };
  const update = (): void => {
    // A server that does not answer says so in its log.
    void show().catch(() => undefined);
  };
  return vscode.Disposable.from(
    status,
    server.onDidStart(update),
    server.onNotification(serverNotifications.sitesRead, update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function write(status: vscode.LanguageStatusItem, site: PostSite): void {
  const { generator, markdown, math, tags, passthrough } = site;
  const parts = [markdown, math, tags];
  const engine =
    passthrough.length > 0
      ? vscode.l10n.t('passthrough {0}', passthrough.join(' '))
      : markdown.value;
  const names = [engine, math.value, vscode.l10n.t('tags {0}', tags.value)];
  status.text = [...(generator === null ? [] : [generator]), ...names].join(' · ');
  status.detail = sourcesOf(parts);
}

/** Each place once; what no file says is assumed. */
function sourcesOf(parts: readonly SitePart[]): string {
  const places = parts.map(({ source }) =>
    source
      ? `${vscode.workspace.asRelativePath(vscode.Uri.parse(source.uri))}:${source.line + 1}`
      : vscode.l10n.t('assumed'),
  );
  return [...new Set(places)].join(', ');
}
