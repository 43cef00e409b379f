// A label is renamed by F2 in two posts: the changes in the other one are shown first, and one undo takes all back.
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
    return documents.map((document) => document.getText()).sort();
  });
}

it('renames a label by F2 in two posts, in one step that is seen first', async () => {
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
  await page.keyboard.press('F2');
  const input = page.locator('.rename-box input');
  await expect.poll(() => input.inputValue()).toBe('eq:a');
  await input.fill('eq:loss');
  await window.press('Enter');
  const preview = page.locator('.refactor-preview');
  await preview.getByText('In other posts').first().waitFor();
  await window.keep('rename-preview');
  expect(await texts(window)).toEqual([a, b]);
  await preview.getByText('b.md').first().waitFor();
  await page.getByRole('button', { name: 'Apply' }).click();
  const renamed = [a.replaceAll('eq:a', 'eq:loss'), b.replaceAll('eq:a', 'eq:loss')];
  await expect.poll(() => texts(window)).toEqual(renamed);
  await window.openFile('a.md');
  await window.press('ControlOrMeta+z');
  await window.keep('rename-undone');
  await expect.poll(() => texts(window)).toEqual([a, b]);
});
