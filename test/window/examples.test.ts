// The packed extension on the example posts: numbers, references, values and a problem in one window.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

const examples = path.resolve(import.meta.dirname, '../../examples');
const names = ['measures-of-sparsity.md', 'overconfident-cross-entropy.md'] as const;

it('shows an example post with numbers, references, values and a problem', async () => {
  const posts = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(examples, name), 'utf8')] as const),
  );
  const window = await openFolder({
    files: Object.fromEntries(posts),
    settings: { 'window.commandCenter': false },
  });
  await window.openFile('measures-of-sparsity.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  await expect
    .poll(() => preview.locator('.eq-number').allTextContents())
    .toEqual(['(1)', '(2)', '(3)', '(4)']);
  expect(await preview.locator('h1').allTextContents()).toEqual(['怎样度量一个向量的稀疏程度']);
  expect(await preview.locator('.post-details').textContent()).toBe('2026-11-20 稀疏 范数');
  expect(await scrollbars(preview)).toEqual([]);
  await expect.poll(() => preview.locator('.eval-value').allTextContents()).toContain('= 0.989949');
  expect(await window.problems()).toEqual([]);
  await window.press('ControlOrMeta+End');
  await window.type('由式$\\eqref{eq:ratoi}$可知');
  await expect
    .poll(async () => (await window.problems()).map(({ code, severity }) => ({ code, severity })))
    .toEqual([{ code: 'label.undefined', severity: 'error' }]);
  await expect
    .poll(() => preview.locator('a.eq-ref.unresolved').allTextContents())
    .toEqual(['(???)']);
  await window.runCommand('Postulate: Check This Post');
  await expect.poll(() => window.page.locator('.markers-panel').isVisible()).toBe(true);
  await window.host((vscode) => vscode.commands.executeCommand('workbench.action.closeSidebar'));
  await window.keep('example post');
});

it('scrolls a formula that is too wide by itself, and no other', async () => {
  const wide = Array.from({ length: 60 }, (_, at) => `x_{${at}}`).join('+');
  const text = `$$\\frac12$$\n\n\\begin{align}a&=b\\\\c&=${wide}\\end{align}\n`;
  const window = await openFolder({ files: { 'wide.md': text } });
  await window.openFile('wide.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('.katex').count()).toBe(2);
  expect(await scrollbars(preview)).toEqual(['align']);
  expect(await preview.evaluate(() => document.body.scrollWidth <= document.body.clientWidth)).toBe(
    true,
  );
});

/** The displays that show a horizontal scrollbar, by their environments. */
async function scrollbars(preview: Frame): Promise<readonly string[]> {
  const bases = preview.locator('.display .katex-base');
  await expect.poll(() => bases.count()).toBeGreaterThan(0);
  return bases.evaluateAll((elements) =>
    elements
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((element) => element.closest('.display')?.textContent.match(/begin\{(\w+)/)?.[1] ?? ''),
  );
}
