// References to equations in a real window: the list, the equation beside it, what is written in one undo, and the
// numbers written by hand that a new equation moves.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const patient = { timeout: 60_000 };

const post = '# 扩散\n\n概率流ODE为\n\n$$\\frac{dx}{dt} = f(x)$$\n\n由\n';
const other =
  '# Losses\n\n\\begin{equation}\nL = -\\log p\n\\end{equation}\n\nBy Eq. (1), of the loss.\n';

async function openPosts(name: string): Promise<Window> {
  const window = await openFolder({
    files: { 'post.md': post, 'losses.md': other, 'postulate.json': '{}' },
    settings: {},
  });
  await window.openFile(name);
  return window;
}

async function openList(window: Window, command: string): Promise<void> {
  await window.runCommand(`Postulate: ${command}…`);
  const title = window.page.locator('.quick-input-title');
  await expect.poll(() => title.textContent(), patient).toBe(command);
}

function listed(window: Window): Promise<string> {
  return window.page.locator('.quick-input-list').innerText();
}

it('gives the equation that is chosen a label and a number, and refers to it, in one undo', async () => {
  const window = await openPosts('post.md');
  await window.press('Control+End', 'ArrowUp', 'End');
  await openList(window, 'Insert Equation Reference');
  await expect.poll(() => listed(window), patient).toContain('Losses');
  const page = await window.webviewFrame('img[alt*="frac"]');
  const width = (): Promise<number> =>
    page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width, patient).toBeGreaterThan(50);
  await window.keep('insert-reference');
  await window.press('Enter');
  const equation = '\\begin{equation}\n\\frac{dx}{dt} = f(x)\\label{eq:ode}\n\\end{equation}';
  const written = `# 扩散\n\n概率流ODE为\n\n${equation}\n\n由式$\\eqref{eq:ode}$\n`;
  await expect.poll(() => window.text(), patient).toBe(written);
  await window.type('得');
  await expect.poll(() => window.text(), patient).toBe(written.replace('}$\n', '}$得\n'));
  await window.press('Control+z', 'Control+z');
  await expect.poll(() => window.text(), patient).toBe(post);
});

it('links to an equation of another post, whose label is written once the writer agrees', async () => {
  const window = await openPosts('post.md');
  await window.press('Control+End', 'ArrowUp', 'End');
  await openList(window, 'Insert Equation Reference');
  await expect.poll(() => listed(window), patient).toContain('Losses');
  await window.type('log');
  await expect.poll(() => listed(window), patient).not.toContain('frac');
  await window.press('Enter');
  await window.answer('Change All');
  await expect
    .poll(() => window.text(), patient)
    .toBe(post.replace('由\n', '由[(1)](losses.md#eq:losses)\n'));
  const losses = (): Promise<string | undefined> =>
    window.host((vscode) =>
      vscode.workspace.textDocuments
        .find(({ fileName }) => fileName.endsWith('losses.md'))
        ?.getText(),
    );
  await expect.poll(losses, patient).toContain('L = -\\log p\\label{eq:losses}\n');
});

it('numbers the formula at the caret, and offers to update the numbers that moved', async () => {
  const text = `$$ q $$\n\n${other}`;
  const window = await openFolder({
    files: { 'losses.md': text, 'postulate.json': '{}' },
    settings: {},
  });
  await window.openFile('losses.md');
  await window.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await window.runCommand('Postulate: Number This Formula');
  const numbered = `\\begin{equation}\nq\n\\end{equation}\n\n${other}`;
  await expect.poll(() => window.text(), patient).toBe(numbered);
  // Toasts go by themselves; the list of them stays.
  await window.host((vscode) => vscode.commands.executeCommand('notifications.showList'));
  const update = window.page.getByRole('button', { name: 'Update All' });
  await update.waitFor(patient);
  await window.keep('outdated-numbers');
  await update.click();
  await expect.poll(() => window.text(), patient).toBe(numbered.replace('Eq. (1)', 'Eq. (2)'));
});

it('goes to an equation of another post by its TeX', async () => {
  const window = await openPosts('post.md');
  await openList(window, 'Go to Equation');
  await expect.poll(() => listed(window), patient).toContain('Losses');
  await window.type('log');
  await window.press('Enter');
  await expect.poll(() => window.text(), patient).toBe(other);
  const selected = (): Promise<string> =>
    window.host((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) ?? '';
    });
  await expect.poll(selected, patient).toBe('L = -\\log p');
});
