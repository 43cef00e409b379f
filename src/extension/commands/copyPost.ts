// Copy Post for 知乎, 公众号 or a CMS: with every number written out, and a list of what could not be carried over.
import * as vscode from 'vscode';
import {
  serverRequests,
  type PublishedAnswer,
  type PublishedProblem,
  type PublishRequest,
} from '../../protocol/server.js';
import { showPublishedPage } from '../publishedPage.js';
import type { ServerClient } from '../serverClient.js';
import { showPost } from '../showPost.js';
import { activePost } from './activePost.js';

export function registerCopyPost(server: ServerClient): vscode.Disposable {
  const command = (name: string, target: string, place: string): vscode.Disposable =>
    vscode.commands.registerCommand(name, async () => {
      const post = activePost();
      if (post) await copyPost(server, post, { target, place });
    });
  return vscode.Disposable.from(
    command('postulate.copyForZhihu', 'zhihu', vscode.l10n.t('知乎')),
    command('postulate.copyForWeChat', 'wechat', vscode.l10n.t('公众号')),
    command('postulate.copyForCms', 'cms', vscode.l10n.t('a CMS')),
  );
}

interface Choice {
  readonly target: string;
  /** As readers call it. */
  readonly place: string;
}

async function copyPost(
  server: ServerClient,
  post: vscode.TextDocument,
  { target, place }: Choice,
): Promise<void> {
  const request: PublishRequest = { uri: post.uri.toString(), target };
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window },
    () => server.request<PublishedAnswer | null>(serverRequests.publishPost, request),
  );
  if (!answer) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The post could not be read; the output channel says why.'),
    );
    return;
  }
  if (answer.html === null) await vscode.env.clipboard.writeText(answer.text);
  else showPublishedPage(answer.html, answer.text, post.uri, place);
  await tell(post, answer, place);
}

async function tell(
  post: vscode.TextDocument,
  { html, problems }: PublishedAnswer,
  place: string,
): Promise<void> {
  if (problems.length > 0) await pickProblem(post, problems, place);
  else if (html === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Copied for {0}. Nothing was left behind.', place),
    );
  }
}

async function pickProblem(
  post: vscode.TextDocument,
  problems: readonly PublishedProblem[],
  place: string,
): Promise<void> {
  const items = problems.map(({ message, line }) => ({
    label: `$(warning) ${message}`,
    detail: line === null ? '' : vscode.l10n.t('Line {0}', line + 1),
    line,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Left for you to mend in {0}', place),
    matchOnDetail: true,
  });
  if (!picked || picked.line === null) return;
  await showPost(post.uri, {
    line: picked.line,
    reveal: vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  });
}
