// Check All Posts: with progress, to be cancelled, and a summary at its end.
import * as vscode from 'vscode';
import { serverRequests, type CheckSummary } from '../../protocol/server.js';
import type { ServerClient } from '../serverClient.js';
import { withCheckProgress } from './checkProgress.js';
import { showSummary } from './summary.js';

export function registerCheckAll(server: ServerClient): vscode.Disposable {
  return vscode.commands.registerCommand('postulate.checkAll', async () => {
    const title = vscode.l10n.t('Checking all posts');
    const { checkAll } = serverRequests;
    const summary = await withCheckProgress<CheckSummary>(server, title, checkAll, {});
    if (summary) await showSummary(summary);
  });
}
