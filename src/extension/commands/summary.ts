// What a check found, in one sentence; the findings themselves are in the Problems view.
import * as vscode from 'vscode';
import type { CheckSummary } from '../../protocol/server.js';

export async function showSummary(summary: CheckSummary): Promise<void> {
  const { error, warning, info, hint } = summary;
  const isClean = error + warning + info === 0;
  if (!isClean || hint > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  void vscode.window.showInformationMessage(describe(summary));
}

function describe({ posts, error, warning, info, skipped }: CheckSummary): string {
  const found =
    error + warning + info === 0
      ? vscode.l10n.t('Posts checked: {0}. No problems found.', posts)
      : vscode.l10n.t(
          'Posts checked: {0}. Errors: {1}, warnings: {2}, notes: {3}.',
          posts,
          error,
          warning,
          info,
        );
  if (skipped.length === 0) return found;
  return `${found} ${vscode.l10n.t('Posts that could not be read: {0}; the output channel says why.', skipped.length)}`;
}
