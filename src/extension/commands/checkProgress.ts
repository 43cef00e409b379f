// What the server does with all posts: it says how far it is, and can be cancelled.
import * as vscode from 'vscode';
import { serverNotifications, type CheckProgress } from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { unlessCancelled } from '../unlessCancelled.js';

/** `null` where it was cancelled. */
export function withCheckProgress<Answer>(
  server: ServerClient,
  title: string,
  method: string,
  request: object,
): Thenable<Answer | null> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    let reached = 0;
    const listening = server.onNotification(serverNotifications.checkProgress, (params) => {
      const { done, total } = params as CheckProgress;
      const percent = (100 * done) / Math.max(total, 1);
      progress.report({ message: `${done} / ${total}`, increment: percent - reached });
      reached = percent;
    });
    try {
      const asked = server.request<Answer | null>(method, request, token);
      return await unlessCancelled(asked, token);
    } finally {
      listening.dispose();
    }
  });
}
