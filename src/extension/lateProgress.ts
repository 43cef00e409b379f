// Shows that something is being worked out, with Cancel, only where it takes long enough to be missed.
import * as vscode from 'vscode';

/** In milliseconds. */
const patience = 600;

/** Cancelled by the writer, it ends what it waits for. */
export async function lateProgress<Answer>(
  title: string,
  answer: Promise<Answer>,
  ending: vscode.CancellationTokenSource,
): Promise<Answer> {
  const late = await Promise.race([answer.then(() => false), rest()]);
  if (!late) return answer;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (_, token) => {
    const listening = token.onCancellationRequested(() => {
      ending.cancel();
    });
    return answer.finally(() => {
      listening.dispose();
    });
  });
}

function rest(): Promise<true> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(true);
    }, patience);
  });
}
