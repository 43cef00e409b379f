// Words in the status bar that go by themselves.
import * as vscode from 'vscode';

/** In milliseconds. */
const shownFor = 4_000;

export function showNotice(text: string): void {
  vscode.window.setStatusBarMessage(text, shownFor);
}
