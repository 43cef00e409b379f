// Check All Posts: with progress, to be cancelled, and a summary at its end.
import * as vscode from 'vscode';
import {
  serverNotifications,
  serverRequests,
  type CheckProgress,
  type CheckSummary,
} from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { unlessCancelled } from '../unlessCancelled.js';
import { showSummary } from './summary.js';

export function registerCheckAll(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.checkAll', async () => {
    const summary = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking all posts'),
        cancellable: true,
      },
      (progress, token) => checkAll(server, progress, token),
    );
    if (summary) await showSummary(summary);
  });
}

async function checkAll(
  server: ServerClient,
  progress: vscode.Progress<{ message: string; increment: number }>,
  token: vscode.CancellationToken,
): Promise<CheckSummary | null> {
  let reached = 0;
  const listening = server.onNotification(serverNotifications.checkProgress, (params) => {
    const { done, total } = params as CheckProgress;
    const percent = (100 * done) / Math.max(total, 1);
    progress.report({ message: `${done} / ${total}`, increment: percent - reached });
    reached = percent;
  });
  try {
    const asked = server.request<CheckSummary | null>(serverRequests.checkAll, {}, token);
    return await unlessCancelled(asked, token);
  } finally {
    listening.dispose();
  }
}
