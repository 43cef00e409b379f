// The packed extension in a real VS Code window: findings, features and commands.
import { expect, it } from 'vitest';
import { readText } from '../architecture/sources.js';
import { openFolder, type Window } from './harness/window.js';

const post = String.raw`# Losses

By $\eqref{eq:loss}$ and \eqref{eq:lost}.
\begin{equation}
L = -\log p \label{eq:loss}
\end{equation}
`;

const broken = '\\begin{equation}a\\label{x}\\end{equation} \\eqref{y}\n';

/** The Markdown of the hover at a place; lines and columns count from 0. */
function hoverText(window: Window, line: number, column: number): Promise<string> {
  return window.host(
    async (vscode, atLine, atColumn) => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      const hovers = await vscode.commands.executeCommand<
        { contents: readonly { value: string }[] }[]
      >('vscode.executeHoverProvider', uri, new vscode.Position(atLine, atColumn));
      return hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
    },
    line,
    column,
  );
}

it('checks the open post, and shows the equation behind a reference', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await expect
    .poll(() => window.problems())
    .toMatchObject([
      {
        file: 'post.md',
        line: 3,
        column: 33,
        severity: 'error',
        code: 'label.undefined',
        source: 'Postulate',
      },
    ]);
  await expect.poll(() => hoverText(window, 2, 10)).toContain('data:image/svg+xml;base64,');
  expect(await hoverText(window, 2, 10)).toContain('Equation **\\(1\\)**, line 4');
  const hint = window.page.locator('.view-line', { hasText: '(1)' });
  await expect.poll(() => hint.count()).toBeGreaterThan(0);
  await expect
    .poll(() =>
      window.host(async (vscode) => {
        const uri = vscode.window.activeTextEditor?.document.uri;
        const symbols = await vscode.commands.executeCommand<{ name: string }[]>(
          'vscode.executeDocumentSymbolProvider',
          uri,
        );
        return symbols.map(({ name }) => name);
      }),
    )
    .toContain('(1) eq:loss');
});

it('leads from the code of a finding to the page of its rule', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Check This Post');
  const code = window.page.locator('.markers-panel a', { hasText: 'label.undefined' });
  await code.click({ modifiers: ['ControlOrMeta'] });
  const text = await readText('docs/rules/label.undefined.md');
  await expect
    .poll(() => window.host((vscode) => vscode.window.activeTextEditor?.document.getText() ?? ''))
    .toBe(text);
});

it('checks all posts by command, and only then those that are not open', async () => {
  const window = await openFolder({ files: { 'post.md': post, 'sub/other.md': broken } });
  await window.openFile('post.md');
  await expect.poll(() => window.problems()).toHaveLength(1);
  await window.runCommand('Postulate: Check All Posts');
  await expect
    .poll(async () => (await window.problems()).map(({ file, code }) => `${file} ${code}`).sort())
    .toEqual([
      'post.md label.undefined',
      'sub/other.md label.undefined',
      'sub/other.md label.unused',
    ]);
  await window.page.locator('.markers-panel-container').waitFor();
});

it('shows the problems however often it is asked, and says so where there are none', async () => {
  const window = await openFolder({ files: { 'post.md': post, 'clean.md': '# Clean\n' } });
  const statusBar = window.page.locator('.statusbar');
  const problems = window.page.locator('.markers-panel-container');
  await window.openFile('clean.md');
  await window.runCommand('Postulate: Check This Post');
  await statusBar.getByText('Posts checked: 1. No problems found.').waitFor();
  expect(await problems.isVisible()).toBe(false);
  await window.openFile('post.md');
  for (const [command, said] of [
    ['Check This Post', 'Posts checked: 1. Errors: 1, warnings: 0, notes: 0.'],
    ['Check All Posts', 'Posts checked: 2. Errors: 1, warnings: 0, notes: 0.'],
    ['Check This Post', 'Posts checked: 1. Errors: 1, warnings: 0, notes: 0.'],
    ['Check All Posts', 'Posts checked: 2. Errors: 1, warnings: 0, notes: 0.'],
  ] as const) {
    await window.runCommand(`Postulate: ${command}`);
    await statusBar.getByText(said).waitFor();
    expect(await problems.isVisible()).toBe(true);
  }
});

it('shows nothing in a folder that is no blog, unless asked', async () => {
  const readme = 'Run it with \\ref{x} and $HOME.\n';
  const window = await openFolder({ files: { 'README.md': readme, 'post.txt': post } });
  await window.openFile('README.md');
  await window.runCommand('Postulate: Check This Post');
  await window.page.getByText('Posts checked: 1. No problems found.').first().waitFor();
  expect(await window.problems()).toEqual([]);
});

it('goes on after the server was restarted', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await expect.poll(() => window.problems()).toHaveLength(1);
  await window.runCommand('Postulate: Restart Server');
  await expect.poll(() => hoverText(window, 2, 10)).toContain('Equation');
  await window.type('\\eqref{eq:gone} ');
  await expect.poll(() => window.problems()).toHaveLength(2);
});

it('checks by a task, whose findings are problems of posts that are not open', async () => {
  const window = await openFolder({ files: { 'post.md': post, 'sub/other.md': broken } });
  await window.openFile('post.md');
  await window.host(async (vscode) => {
    const [task] = await vscode.tasks.fetchTasks({ type: 'postulate' });
    if (!task) throw new Error('There is no task.');
    await vscode.tasks.executeTask(task);
  });
  await expect
    .poll(() => window.problems())
    .toMatchObject([
      { file: 'post.md', line: 3, code: 'label.undefined' },
      { file: 'sub/other.md', line: 1, code: 'label.unused', severity: 'info' },
      { file: 'sub/other.md', line: 1, code: 'label.undefined', source: 'Postulate' },
    ]);
});
