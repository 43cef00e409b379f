// One working day by our commands alone: a post of ten equations, one more before them, a label renamed, a part
// retitled, all fixed; then the folder differs from its last commit in what was asked for, and in nothing else.
import { expect, it } from 'vitest';
import { commitAll, git } from './harness/folder.js';
import { openFolder, type Window } from './harness/window.js';

const first = '---\ntitle: 步骤（上）\n---\n\n接着是[《步骤（下）》](b.md)。\n';
const second = '---\ntitle: 步骤（下）\n---\n\n承接[《步骤（上）》](a.md)。\n';
const notes = '# 补记\n\n见[《新的想法》](draft.md)，那篇文章的公式(2)还可以推广。\n\n另见\n';
const heading = '# 新的想法\n\n';

/** A word near each equation, by which its label is called, and its TeX. */
const equations = [
  ['loss', 'L(p) = -\\log p'],
  ['entropy', 'H = -\\sum_i p_i \\log p_i'],
  ['mean', '\\mu = \\sum_i p_i x_i'],
  ['variance', 'V = \\sum_i p_i (x_i - \\mu)^2'],
  ['energy', 'E = \\frac{1}{2} \\|x\\|^2'],
  ['score', 's = \\nabla_x \\log q'],
  ['flow', '\\dot{x} = v(x, t)'],
  ['drift', 'f = -\\beta x'],
  ['noise', 'g^2 = 2\\beta'],
  ['bound', 'B \\leq H + V'],
] as const;

const typed = equations.map(([word, tex]) => `${word}为\n\n$$${tex}$$\n\n由\n\n`);
const referring = equations.map(
  ([word, tex]) =>
    `${word}为\n\n\\begin{equation}\n${tex}\\label{eq:${word}}\n\\end{equation}\n\n由式$\\eqref{eq:${word}}$\n\n`,
);
/** Written by a habit that the site's engine does not know. */
const habit = '再看\\cref{eq:bound}。\n';
const morning = {
  'a.md': first,
  'b.md': second,
  'draft.md': heading + referring.join('') + habit,
  'notes.md': notes,
};
const inserted = '\\begin{equation}\nZ = 1\n\\end{equation}\n\n';
const evening = {
  'a.md': first.replace('《步骤（下）》', '《步骤（中）》'),
  'b.md': second.replace('步骤（下）', '步骤（中）'),
  'draft.md': morning['draft.md']
    .replace(heading, `# 步骤（下）\n\n${inserted}`)
    .replaceAll('eq:energy', 'eq:kinetic')
    .replace('\\cref', '\\eqref'),
  'notes.md': notes
    .replace('《新的想法》', '《步骤（下）》')
    .replace('公式(2)', '公式(3)')
    .replace('另见', '另见[(6)](draft.md#eq:kinetic)'),
};
type Name = keyof typeof morning;
const names = Object.keys(morning) as readonly Name[];

it('leaves of a working day what was asked for, in four posts', async () => {
  const files = { 'a.md': first, 'b.md': second, 'draft.md': heading, 'notes.md': notes };
  const window = await openFolder({
    files: { ...files, 'postulate.json': '{}' },
    isCommitted: true,
  });
  await writeDraft(window);
  await saveAll(window);
  await expect.poll(() => filesOf(window)).toEqual(morning);
  await commitAll(window.folder);
  await closeEditors(window);
  await insertBefore(window);
  await linkFromNotes(window);
  await renameLabel(window);
  await retitle(window);
  await window.openFile('draft.md');
  await window.runCommand('Postulate: Fix All in Post');
  await expect.poll(() => window.text()).toBe(evening['draft.md']);
  await saveAll(window);
  await expect.poll(() => filesOf(window)).toEqual(evening);
  expect(await git(window.folder, 'status', '--porcelain')).toBe(
    names.map((name) => ` M ${name}\n`).join(''),
  );
  await window.runCommand('Postulate: Check All Posts');
  const said = window.page.locator('.statusbar').getByText('Posts checked: 4. No problems found.');
  await said.waitFor();
  await window.keep('working day, evening');
  expect(await window.problems()).toEqual([]);
});

/** Ten displays are written, then each is referred to from the line below. */
async function writeDraft(window: Window): Promise<void> {
  await window.openFile('draft.md');
  await write(window, heading.length, typed.join('') + habit);
  let text = heading + typed.join('') + habit;
  for (const index of equations.keys()) {
    text = text.replace(typed[index] ?? '', referring[index] ?? '');
    const lines = heading + referring.slice(0, index).join('') + (typed[index] ?? '');
    await putCaret(window, lines.trimEnd().length);
    await openEquations(window);
    if (index === equations.length - 1) await window.keep('working day, the last equation');
    await window.press('Enter');
    await expect.poll(() => window.text()).toBe(text);
  }
}

/** All numbers move; the one that is written by hand in another post follows. */
async function insertBefore(window: Window): Promise<void> {
  await window.openFile('draft.md');
  await write(window, heading.length, '$$Z = 1$$\n\n');
  await putCaret(window, heading.length + 4);
  await window.runCommand('Postulate: Number This Formula');
  const numbered = morning['draft.md'].replace(heading, heading + inserted);
  await expect.poll(() => window.text()).toBe(numbered);
  // Toasts go by themselves; the list of them stays.
  await window.host((vscode) => vscode.commands.executeCommand('notifications.showList'));
  await window.keep('working day, numbers moved');
  await window.page.getByRole('button', { name: 'Update All' }).click();
  await window.answer('Change All');
  await expect.poll(() => openText(window, 'notes.md')).toContain('公式(3)');
}

/** From another post, by the number that readers see. */
async function linkFromNotes(window: Window): Promise<void> {
  await window.openFile('notes.md');
  await putCaret(window, notes.trimEnd().length);
  await openEquations(window);
  await window.type('energy');
  await window.page
    .locator('.quick-input-list .monaco-list-row.focused')
    .getByText('energy')
    .waitFor();
  await window.press('Enter');
  await expect.poll(() => window.text()).toContain('另见[(6)](draft.md#eq:energy)\n');
}

async function renameLabel(window: Window): Promise<void> {
  await window.openFile('draft.md');
  const at = (await window.text())?.indexOf('eq:energy') ?? 0;
  await putCaret(window, at + 3);
  // Where the label stands is highlighted, once the editor has followed the caret.
  await window.page.locator('.wordHighlightStrong').first().waitFor();
  await window.press('F2');
  const input = window.page.locator('.rename-box input');
  await expect.poll(() => input.inputValue()).toBe('eq:energy');
  await input.fill('eq:kinetic');
  await window.keep('working day, rename');
  await window.press('Enter');
  await window.answer('Change All');
  await expect.poll(() => openText(window, 'notes.md')).toContain('draft.md#eq:kinetic');
}

/** The draft becomes the last part of a series, and the last part until now its middle. */
async function retitle(window: Window): Promise<void> {
  await window.openFile('draft.md');
  await window.runCommand('Postulate: Retitle Post…');
  const input = window.page.locator('.quick-input-widget input.input');
  await expect.poll(() => input.inputValue()).toBe('新的想法');
  await input.fill('步骤（下）');
  await window.press('Enter');
  await window.page.locator('.quick-input-list').getByText('步骤（下） → 步骤（中）').waitFor();
  await window.keep('working day, retitle');
  await window.press('Enter');
  await window.answer('Change All');
  await expect.poll(() => openText(window, 'a.md')).toBe(evening['a.md']);
}

async function openEquations(window: Window): Promise<void> {
  await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await window.press('Control+k', 'Control+e');
  const title = window.page.locator('.quick-input-title:visible');
  await expect.poll(() => title.allTextContents()).toEqual(['Insert Equation Reference']);
}

async function putCaret(window: Window, offset: number): Promise<void> {
  await window.host((vscode, at) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const position = editor.document.positionAt(at);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(editor.selection);
  }, offset);
}

/** As one pastes it. */
async function write(window: Window, offset: number, text: string): Promise<void> {
  await window.host(
    (vscode, at, written) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.edit((edit) => {
        edit.insert(editor.document.positionAt(at), written);
      });
    },
    offset,
    text,
  );
}

async function saveAll(window: Window): Promise<void> {
  await window.host((vscode) => vscode.workspace.saveAll());
}

/** A post that is opened anew is held against the last commit. */
async function closeEditors(window: Window): Promise<void> {
  await window.host((vscode) => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  const open = (): Promise<number> =>
    window.host(
      (vscode) =>
        vscode.workspace.textDocuments.filter(({ fileName }) => fileName.endsWith('.md')).length,
    );
  await expect.poll(open).toBe(0);
}

function openText(window: Window, name: Name): Promise<string | undefined> {
  return window.host(
    (vscode, end) =>
      vscode.workspace.textDocuments.find(({ fileName }) => fileName.endsWith(end))?.getText(),
    `/${name}`,
  );
}

async function filesOf(window: Window): Promise<Readonly<Record<string, string>>> {
  const texts = await Promise.all(names.map((name) => window.file(name)));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}
