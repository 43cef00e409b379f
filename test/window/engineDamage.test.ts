// The preview in a real window marks what the site's Markdown does to formulas.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('marks formulas that readers will not see as they were meant, until they are mended', async () => {
  const window = await openFolder({
    files: {
      'postulate.json': '{ "site": { "markdown": "commonmark" } }',
      'post.md':
        '\\begin{align}\na&=b\\\\\nc&=d\n\\end{align}\n\nThe sums $\\alpha_*$ and $\\beta_*$.\n',
    },
  });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  const marked = preview.locator('.display.engine-damage');
  const note = preview.locator('.engine-damage-note');
  await expect.poll(() => marked.count()).toBe(1);
  expect(await marked.getAttribute('title')).toContain('of 2 rows readers see 1');
  await expect.poll(() => note.allTextContents()).toEqual([expect.stringContaining('emphasis')]);
  await window.host(async (vscode) => {
    const edit = new vscode.WorkspaceEdit();
    const [editor] = vscode.window.visibleTextEditors;
    const { document } = editor ?? {};
    if (!document) throw new Error('No editor shows the post.');
    edit.insert(document.uri, new vscode.Position(1, 5), '\\\\');
    await vscode.workspace.applyEdit(edit);
  });
  await expect.poll(() => marked.count()).toBe(0);
  expect(await note.count()).toBe(1);
});
