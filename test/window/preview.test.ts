// The packed extension in a real VS Code window: the preview.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('shows a number of the post', async () => {
  const equation = '\\begin{equation}x\\end{equation}\n';
  const window = await openFolder({ files: { 'post.md': equation + equation } });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview');
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('.eq-count').textContent()).toBe('2');
});
