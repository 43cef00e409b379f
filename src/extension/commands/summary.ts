// What a check found, in one sentence; the findings themselves are in the Problems view.
import * as vscode from 'vscode';
import type { CheckSummary } from '../../protocol/server.js';

/** Milliseconds that the sentence stays in the status bar. */
const shownFor = 15_000;

export async function showSummary(summary: CheckSummary): Promise<void> {
  const { error, warning, info, hint, skipped } = summary;
  const sentence = describe(summary);
  await showFound(error + warning + info + hint > 0, sentence);
  if (skipped.length > 0) void vscode.window.showWarningMessage(sentence);
}

/** The findings, where there are some, and the sentence about them. */
export async function showFound(hasFindings: boolean, sentence: string): Promise<void> {
  // The command that shows the view would close it where it is open already.
  if (hasFindings) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  // Where everybody looks at once; a notification may wait under the bell.
  vscode.window.setStatusBarMessage(hasFindings ? sentence : `$(pass) ${sentence}`, shownFor);
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
