// A window made ready for a picture, and the picture as it stands in the README.
import path from 'node:path';
import { expect } from 'vitest';
import type { Files } from '../harness/folder.js';
import { openFolder, type Window } from '../harness/window.js';

const media = path.resolve(import.meta.dirname, '../../../media');

/** Nothing but the post and what is shown of it. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.lineNumbers': 'off',
  'editor.hover.above': false,
  'editor.lightbulb.enabled': 'off',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}',
  'workbench.activityBar.location': 'hidden',
};

export async function openForPicture(
  files: Files,
  post: string,
  size: { readonly width: number; readonly height: number },
): Promise<Window> {
  const window = await openFolder({ files, settings });
  await window.page.setViewportSize(size);
  await window.openFile(post);
  await window.runCommand('View: Close Primary Side Bar');
  const isActive = (): Promise<boolean | undefined> =>
    window.host((vscode) => vscode.extensions.getExtension('postulate.postulate')?.isActive);
  await expect.poll(isActive).toBe(true);
  return window;
}

/** Shows what the editor says at the first place of a text, behind the caret. */
export async function hoverAt(window: Window, text: string): Promise<void> {
  await window.runCommand('Notifications: Clear All Notifications');
  await window.host(async (vscode, at) => {
    const [editor] = vscode.window.visibleTextEditors;
    if (!editor) return;
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    const place = editor.document.positionAt(editor.document.getText().indexOf(at) + 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.showHover');
  }, text);
  await window.page.locator('.monaco-hover .hover-contents:visible').first().waitFor();
}

export async function takePicture(window: Window, name: string): Promise<void> {
  await window.page.screenshot({ path: path.join(media, `${name}.png`), animations: 'disabled' });
}
