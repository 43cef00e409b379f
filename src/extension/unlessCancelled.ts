// What was asked for, or `null` where it was cancelled: the server says that by an error.
import type * as vscode from 'vscode';

export async function unlessCancelled<Answer>(
  asked: Promise<Answer>,
  token: vscode.CancellationToken,
): Promise<Answer | null> {
  try {
    const answer = await asked;
    return token.isCancellationRequested ? null : answer;
  } catch (error) {
    if (token.isCancellationRequested) return null;
    throw error;
  }
}
