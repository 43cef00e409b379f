// Evaluate Post: every value and claim of the post as a list that leads to its line.
import * as vscode from 'vscode';
import { serverRequests, type EvaluatedLine } from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { showPost } from '../showPost.js';
import { activePost } from './activePost.js';

export function registerEvaluatePost(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.evaluatePost', async () => {
    const post = activePost();
    if (!post) return;
    const request = { uri: post.uri.toString() };
    const lines = await server.request<readonly EvaluatedLine[] | null>(
      serverRequests.evaluatePost,
      request,
    );
    if (!lines || lines.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Nothing to evaluate: write a worksheet (a fenced block “eval”) or put <!--= --> behind a formula.',
        ),
      );
      return;
    }
    await pickLine(post, lines);
  });
}

export async function pickLine(
  post: vscode.TextDocument,
  lines: readonly EvaluatedLine[],
): Promise<void> {
  const items = lines.map((evaluated) => ({
    label: `$(${icons[evaluated.state]}) ${evaluated.text}`,
    description: evaluated.source,
    detail: placeText(post, evaluated),
    evaluated,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Results of {0}', vscode.workspace.asRelativePath(post.uri)),
    matchOnDescription: true,
  });
  if (!picked) return;
  await showPost(vscode.Uri.parse(picked.evaluated.uri), {
    line: picked.evaluated.line,
    reveal: vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  });
}

/** What stands in the file beside the post is told with its name. */
function placeText(post: vscode.TextDocument, { uri, line }: EvaluatedLine): string {
  const place = vscode.l10n.t('Line {0}', line + 1);
  if (uri === post.uri.toString()) return place;
  return `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri))}  ${place}`;
}

const icons: Readonly<Record<EvaluatedLine['state'], string>> = {
  value: 'symbol-numeric',
  holds: 'pass',
  fails: 'error',
  unknown: 'question',
  problem: 'warning',
};
