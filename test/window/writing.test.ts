// Writing formulas in a real window: ends of environments, stars, folding, selections.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

/** What is typed before the extension runs is not seen. */
async function openPost(text: string): Promise<Window> {
  const window = await openFolder({
    files: { 'post.md': text },
    settings: { 'editor.showFoldingControls': 'always' },
  });
  await window.openFile('post.md');
  const isActive = (): Promise<boolean | undefined> =>
    window.host((vscode) => vscode.extensions.getExtension('postulate.postulate')?.isActive);
  await expect.poll(isActive).toBe(true);
  return window;
}

it('writes the end of an environment when its brace is typed, and takes it back with one undo', async () => {
  const window = await openPost('text\n  \nmore text\n');
  await window.press('ArrowDown', 'End');
  await window.type('\\begin{align}');
  const ended = 'text\n  \\begin{align}\n  \\end{align}\nmore text\n';
  await expect.poll(() => window.text()).toBe(ended);
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe('text\n  \\begin{align}\nmore text\n');
  await window.press('Control+Shift+z');
  await expect.poll(() => window.text()).toBe(ended);
});

it('leaves the caret where it was, so that typing goes on in the environment', async () => {
  const window = await openPost('$$$$\n');
  await window.press('ArrowRight', 'ArrowRight');
  await window.type('\\begin{cases}');
  await expect.poll(() => window.text()).toBe('$$\\begin{cases}\\end{cases}$$\n');
  await window.type('1');
  await expect.poll(() => window.text()).toBe('$$\\begin{cases}1\\end{cases}$$\n');
});

it('edits the names at both ends of an environment as one', async () => {
  const window = await openPost('\\begin{align}\nx\n\\end{align}\n');
  const caretIsLinked = (): Promise<number> =>
    window.page.locator('.editor-instance .linked-editing-decoration').count();
  for (let at = 0; at < '\\begin{align'.length; at++) await window.press('ArrowRight');
  await expect.poll(caretIsLinked).toBe(2);
  await window.type('ed');
  await expect.poll(() => window.text()).toBe('\\begin{aligned}\nx\n\\end{aligned}\n');
});

it('toggles the star of the environment at the caret, in one undo', async () => {
  const text = '\\begin{equation}\nx\n\\end{equation}\n';
  const window = await openPost(text);
  await window.press('ArrowDown');
  await window.runCommand('Postulate: Toggle Star of Environment');
  await expect.poll(() => window.text()).toBe('\\begin{equation*}\nx\n\\end{equation*}\n');
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe(text);
});

it('wraps the display at the caret in the environment that was picked', async () => {
  const window = await openPost('于是\n$$ a &= b $$\n');
  await window.press('ArrowDown', 'End');
  await window.runCommand('Postulate: Wrap in Environment…');
  await expect
    .poll(() => window.page.locator('.quick-input-list .label-name').first().textContent())
    .toBe('align');
  await window.press('Enter');
  await expect.poll(() => window.text()).toBe('于是\n\\begin{align}\na &= b\n\\end{align}\n');
});

it('has snippets whose backslashes arrive', async () => {
  const window = await openPost('');
  await window.host((vscode) =>
    vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'markdown',
      name: 'Aligned equations with labels',
    }),
  );
  await expect
    .poll(() => window.text())
    .toMatch(/^\\begin\{align\}\nx &= y\\label\{eq:first\} \\\\\n/);
});

it('folds a display, and selects from inside of a formula outwards', async () => {
  const window = await openPost('before\n$$\na + \\frac{1}{b}\n$$\nbehind\n');
  const lines = window.page.locator('.editor-instance .view-line');
  await expect.poll(() => lines.allTextContents()).toHaveLength(6);
  await window.press('ArrowDown');
  await window.page.locator('.codicon-folding-expanded').waitFor();
  await window.host((vscode) => vscode.commands.executeCommand('editor.fold'));
  // The editor draws spaces as such that do not break.
  await expect
    .poll(async () => (await lines.allTextContents()).map((line) => line.trim()))
    .toEqual(['before', expect.stringMatching(/^\$\$/), 'behind', '']);
  await window.host((vscode) => vscode.commands.executeCommand('editor.unfold'));
  await expect.poll(() => lines.allTextContents()).toHaveLength(6);
  await window.press('ArrowDown', 'End', 'ArrowLeft');
  const widened: string[] = [];
  while (widened.at(-1)?.startsWith('$$') !== true) {
    const before = widened.at(-1) ?? '';
    // The palette would take the focus, and VS Code begins anew behind it.
    await window.host((vscode) =>
      vscode.commands.executeCommand('editor.action.smartSelect.expand'),
    );
    await expect.poll(() => selected(window)).not.toBe(before);
    widened.push(await selected(window));
  }
  expect(widened).toContain('\\frac{1}{b}');
  expect(widened.at(-1)).toBe('$$\na + \\frac{1}{b}\n$$');
});

function selected(window: Window): Promise<string> {
  return window.host((vscode) => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection) ?? '';
  });
}
