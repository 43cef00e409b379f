// Formulas that compute, in a real window: hints, refusals, quick fixes, stale values, the formula at the caret.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const raw = String.raw;

/** What is typed before the extension runs is not seen. */
async function openPost(text: string): Promise<Window> {
  const window = await openFolder({
    files: { 'post.md': text },
    settings: { 'editor.wordWrap': 'off', 'editor.acceptSuggestionOnEnter': 'off' },
  });
  await window.openFile('post.md');
  const isActive = (): Promise<boolean | undefined> =>
    window.host((vscode) => vscode.extensions.getExtension('postulate.postulate')?.isActive);
  await expect.poll(isActive).toBe(true);
  return window;
}

/** The lines of the editor as they are seen, hints included; what pads a hint is no text. */
async function seenLines(window: Window): Promise<readonly string[]> {
  const lines = await window.page.locator('.editor-instance .view-line').evaluateAll((elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
      .sort((left, right) => left.top - right.top)
      .map(({ text }) => text),
  );
  return lines.map((line) => line.replace(/[\s\u200a-\u200f]+/g, ' ').trimEnd());
}

async function copied(window: Window): Promise<string> {
  await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return window.page.evaluate(() => navigator.clipboard.readText());
}

/** The row of the open quick pick or menu. */
async function pickRow(window: Window, label: string): Promise<void> {
  await window.page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ hasText: label })
    .first()
    .click();
}

it('shows the values of a worksheet as it is typed, and where one cannot be computed', async () => {
  const window = await openPost('# Post\n\n');
  await window.press('Control+End');
  await window.type('```eval\nx = [3, 4]\n\\|x\\|\n');
  await expect.poll(() => seenLines(window)).toContain(raw`\|x\|= 5`);
  await window.type('x + b\n```');
  await expect
    .poll(() => window.problems())
    .toContainEqual(
      expect.objectContaining({
        code: 'eval.problem',
        line: 6,
        column: 5,
        message: 'b is not bound; define it in a worksheet (b = …)',
      }),
    );
});

it('binds a symbol by a quick fix, with the caret behind its sign', async () => {
  const window = await openPost('```eval\na = 2\na + b\n```\n');
  // Behind the symbol: where the fix puts the caret, it is not yet.
  await window.putCaret(2, 5);
  await expect.poll(() => window.problems()).toHaveLength(1);
  await window.takeFix('Write “b =” in a worksheet');
  await expect.poll(() => window.text()).toBe('```eval\na = 2\nb = \na + b\n```\n');
  await window.waitForCaret(2, 4);
  await window.type('3');
  await expect.poll(() => window.text()).toBe('```eval\na = 2\nb = 3\na + b\n```\n');
  await expect.poll(() => seenLines(window)).toContain('a + b= 5');
});

it('updates what marks state and what is stale, in one undo', async () => {
  const stale = '$1/3$<!--= 0.34 --> and $2/3$<!--= 0.6 -->, $1/2$<!--= 0.5 -->\n';
  const window = await openPost(stale);
  await expect.poll(() => window.problems()).toHaveLength(2);
  await window.runCommand('Postulate: Update Stale Values');
  const updated = '$1/3$<!--= 0.33 --> and $2/3$<!--= 0.7 -->, $1/2$<!--= 0.5 -->\n';
  await expect.poll(() => window.text()).toBe(updated);
  await expect.poll(() => window.problems()).toEqual([]);
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe(stale);
});

it('evaluates the formula at the caret, asks for its symbols, and remembers them outside of the post', async () => {
  const text = raw`Let $\frac{\|x\|_1}{\sqrt n\,\|x\|_2}$ measure it.` + '\n';
  const window = await openPost(text);
  const input = window.page.locator('.quick-input-widget input.input');
  const title = window.page.locator('.quick-input-title');
  const rows = (): Promise<readonly string[]> =>
    window.page.locator('.quick-input-widget .monaco-list-row .label-name').allTextContents();
  await window.putCaret(0, 8);
  await window.runCommand('Postulate: Evaluate Formula at Cursor');
  await expect.poll(() => title.textContent()).toBe('Value of x');
  await input.fill('[3, 4]');
  await pickRow(window, 'x = [3, 4]');
  await expect.poll(() => title.textContent()).toBe('Value of n');
  await pickRow(window, raw`x \in \mathbb{R}^{n}`);
  await expect.poll(rows).toEqual(['0.98994949366117', 'x = [3, 4]', 'n = 2']);

  expect(await window.text()).toBe(text);
  await window.runCommand('Postulate: Evaluate Formula at Cursor');
  await pickRow(window, 'x = [3, 4]');
  await pickRow(window, raw`x \in \mathbb{R}^{n}`);
  await pickRow(window, '0.98994949366117');
  await expect.poll(() => copied(window)).toBe('0.98994949366117');
});

it('checks the derivation at the caret, and leads to the step that fails', async () => {
  const steps = raw`\begin{aligned}
(t+1)^2 &= t^2 + 2t + 1 \\
&\le t^2 + 2t
\end{aligned}`;
  const window = await openPost(`$$${steps}$$\n`);
  await window.putCaret(1, 3);
  await window.runCommand('Postulate: Check Derivation at Cursor');
  await pickRow(window, raw`t \in \mathbb{R}`);
  await pickRow(window, 'does not hold at');
  const line = (): Promise<number | undefined> =>
    window.host((vscode) => vscode.window.activeTextEditor?.selection.active.line);
  await expect.poll(line).toBe(2);
});

it('says on hover what a value rests on, and why there is none', async () => {
  const window = await openPost(raw`${'```'}eval
x = [3, 4, 5, 6, 7]
\sum_{i=1}^n \log x_i
1 + \gamma
${'```'}

It is $\frac1n\sum_{i=1}^n\log x_i$<!--= --> on average.
`);
  await expect.poll(() => seenLines(window)).toContain(raw`\sum_{i=1}^n \log x_i= 7.83201`);
  const hover = window.page.locator('.monaco-hover:visible').first();
  const checkHover = async (line: number, character: number, expected: readonly string[]) => {
    await window.putCaret(line, character);
    await window.host((vscode) => vscode.commands.executeCommand('editor.action.showHover'));
    for (const text of expected) await expect.poll(() => hover.innerText()).toContain(text);
    await window.press('Escape');
  };
  await checkHover(2, 2, ['7.8320141805', 'log = ln', 'x = [3, 4, 5, 6, 7]', 'n = 5', 'i = 1..5']);
  await checkHover(6, 12, ['1.566402836', 'log = ln', 'x = [3, 4, 5, 6, 7]', 'n = 5', 'i = 1..5']);
  await checkHover(3, 5, [raw`\gamma is not bound; define it in a worksheet (\gamma = …)`]);
});

it('shows a wrong answer again with what was expected, and remembers only what could be used', async () => {
  const window = await openPost('Let $a + \\|v\\|$ be.\n');
  const input = window.page.locator('.quick-input-widget input.input');
  const title = window.page.locator('.quick-input-title');
  const list = window.page.locator('.quick-input-widget .quick-input-list');
  await window.putCaret(0, 6);
  await window.runCommand('Postulate: Evaluate Formula at Cursor');
  await expect.poll(() => title.textContent()).toBe('Value of a');
  await input.fill('1,5');
  await pickRow(window, 'a = 1,5');
  await expect.poll(() => list.innerText()).toContain('write 3.14 for a decimal');
  expect(await input.inputValue()).toBe('a = 1,5');
  await input.fill('1.5');
  await pickRow(window, 'a = 1.5');
  await expect.poll(() => title.textContent()).toBe('Value of v');
  await window.press('Escape');
  await window.runCommand('Postulate: Evaluate Formula at Cursor');
  await expect.poll(() => title.textContent()).toBe('Value of a');
  await expect.poll(() => list.innerText()).toContain('a = 1.5');
  expect(await list.innerText()).not.toContain('1,5');
});

it('inserts a worksheet, and copies a value with all its digits', async () => {
  const window = await openPost('Text.\n');
  await window.runCommand('Postulate: Insert Worksheet');
  await pickRow(window, 'Fenced block');
  await expect.poll(() => window.text()).toBe('Text.\n\n```eval\n\n```\n');
  await window.waitForCaret(3, 0);
  await window.type('1/3');
  await expect.poll(() => seenLines(window)).toContain('1/3= 0.333333');
  await window.runCommand('Postulate: Copy Value');
  await expect.poll(() => copied(window)).toBe('0.33333333333333333');
  await window.runCommand('Postulate: Copy as Python');
  await expect.poll(() => copied(window)).toBe('import numpy as np\n\nprint(1 / 3)\n');
});
