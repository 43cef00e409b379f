// The packed extension on the example posts: numbers, references, values and a problem in one window.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
