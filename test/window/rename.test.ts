// A label is renamed by F2 in two posts: the other one only as the writer agrees, and one undo takes all back.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const a = '$$a \\tag{7}\\label{eq:a}$$\n\nBy \\eqref{eq:a}.\n';
const b = 'See [(7)](a.md#eq:a).\n';

/** As editors have them, saved or not. */
function texts(window: Window): Promise<readonly string[]> {
  return window.host(async (vscode) => {
    const files = await vscode.workspace.findFiles('*.md');
    const documents = await Promise.all(
      files.map((file) => vscode.workspace.openTextDocument(file)),
    );
    return documents
      .sort((left, right) => (left.fileName < right.fileName ? -1 : 1))
      .map((document) => document.getText());
  });
}

it('renames a label by F2 in two posts, in one step that is asked about first', async () => {
  const window = await openFolder({ files: { 'a.md': a, 'b.md': b } });
  await window.openFile('a.md');
  // The server knows the blog once it says what the reference means.
  await expect
    .poll(() =>
      window.host(async (vscode) => {
        const uri = vscode.window.activeTextEditor?.document.uri;
        const found = await vscode.commands.executeCommand<readonly unknown[]>(
          'vscode.executeReferenceProvider',
          uri,
          new vscode.Position(2, 10),
        );
        return found.length;
      }),
    )
    .toBe(3);
  await window.host((vscode) => {
    const editor = vscode.window.activeTextEditor;
    if (editor) editor.selection = new vscode.Selection(2, 10, 2, 10);
  });
  const { page } = window;
  // Where the label stands is highlighted, once the editor has followed the caret.
  await page.locator('.wordHighlightStrong').first().waitFor();
  await window.press('F2');
  const input = page.locator('.rename-box input');
  await expect.poll(() => input.inputValue()).toBe('eq:a');
  await input.fill('eq:loss');
  await window.press('Enter');
  await page.locator('.monaco-dialog-box').getByText('change 2 files?').waitFor();
  expect(await texts(window)).toEqual([a, b]);
  await window.answer('Change All');
  const renamed = [a.replaceAll('eq:a', 'eq:loss'), b.replaceAll('eq:a', 'eq:loss')];
  await expect.poll(() => texts(window)).toEqual(renamed);
  await window.openFile('a.md');
  await window.press('ControlOrMeta+z');
  await expect.poll(() => texts(window)).toEqual([a, b]);
});
