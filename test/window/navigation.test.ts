// Going through a blog in a real window: files that move, symbols, hovers, lenses.
import { expect, it } from 'vitest';
import { openFolder, type Settings, type Window } from './harness/window.js';

const files = {
  'postulate.json': '{}',
  'a.md': '# A\n\nSee [(1)](b.md#eq:x), ![p](p.png) and 《漫谈（上）》.\n',
  'b.md':
    '---\ntitle: 漫谈（上）\ndate: 2026-01-02\n---\nIt begins [there](a.md).\n\n' +
    '\\begin{equation}\nx^2\n\\label{eq:x}\n\\end{equation}\nand \\eqref{eq:x}\n',
  'c.md': '# 漫谈（下）\n',
  'p.png': '',
};

/** With all posts read. */
async function openBlog(settings: Settings = {}): Promise<Window> {
  const window = await openFolder({ files, settings });
  await window.openFile('a.md');
  const symbols = (): Promise<number> =>
    window.host(
      async (vscode) =>
        (
          await vscode.commands.executeCommand<unknown[]>(
            'vscode.executeWorkspaceSymbolProvider',
            'eq:x',
          )
        ).length,
    );
  await expect.poll(symbols).toBeGreaterThan(0);
  return window;
}

/** As the explorer does it; what it asks the writer is still to be answered. */
async function rename(window: Window, from: string, to: string): Promise<void> {
  await window.host(
    (vscode, folder, from, to) => {
      const edit = new vscode.WorkspaceEdit();
      const uri = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(folder);
      edit.renameFile(vscode.Uri.joinPath(uri, from), vscode.Uri.joinPath(uri, to));
      void vscode.workspace.applyEdit(edit);
    },
    window.folder,
    from,
    to,
  );
}

function textOf(window: Window, name: string): Promise<string> {
  return window.host(async (vscode, name) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) return '';
    const uri = vscode.Uri.joinPath(folder.uri, name);
    return (await vscode.workspace.openTextDocument(uri)).getText();
  }, name);
}

it('links follow a post that is moved, once the writer agrees', async () => {
  const window = await openBlog();
  await rename(window, 'b.md', 'old/b.md');
  await window.answer('OK');
  await expect.poll(() => textOf(window, 'a.md')).toContain('[(1)](old/b.md#eq:x), ![p](p.png)');
  await expect.poll(() => textOf(window, 'old/b.md')).toContain('[there](../a.md)');
});

it('a label is a symbol of the blog, and leads to its place', async () => {
  const window = await openBlog();
  await window.press('ControlOrMeta+p');
  await window.type('#eq:x');
  const row = window.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'eq:x' });
  await expect.poll(() => row.first().innerText()).toContain('(1) eq:x');
  await row.first().click();
  const caret = (): Promise<string | undefined> =>
    window.host((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return (
        editor && `${editor.document.uri.path.split('/').at(-1)} ${editor.selection.start.line}`
      );
    });
  await expect.poll(caret).toBe('b.md 8');
});

it('a title in 《》 says on hover which post it is', async () => {
  const window = await openBlog();
  await window.host((vscode) => {
    const editor = vscode.window.activeTextEditor;
    const at = editor?.document.positionAt(editor.document.getText().indexOf('漫谈'));
    if (editor && at) editor.selection = new vscode.Selection(at, at);
    return vscode.commands.executeCommand('editor.action.showHover');
  });
  const hover = window.page.locator('.monaco-hover:visible').first();
  await expect.poll(() => hover.innerText()).toContain('part 1 of a series of 2');
  expect(await hover.innerText()).toContain('It begins');
});

it('says above equations how often they are referred to, where that is asked for', async () => {
  const window = await openBlog({ 'postulate.codeLens.references': true });
  await window.openFile('b.md');
  const lens = window.page.locator('.codelens-decoration a').first();
  await expect.poll(() => lens.innerText()).toBe('References: 2');
  await lens.click();
  const places = window.page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
  await expect.poll(() => places.allInnerTexts()).not.toEqual([]);
});
