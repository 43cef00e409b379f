// The packed extension in a real VS Code window: the excerpt of a post.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('shows the part above <!--more--> alone, and the whole again', async () => {
  const files = { 'post.md': '# Title\n\nabove\n\n<!--more-->\n\nbelow\n' };
  const window = await openFolder({ files });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview');
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('p').allTextContents()).toEqual(['above', 'below']);
  const cut = preview.getByRole('separator');
  expect(await cut.getAttribute('aria-label')).toContain('excerpt');
  await window.runCommand('Postulate: Toggle Excerpt');
  await expect.poll(() => preview.locator('p').allTextContents()).toEqual(['above']);
  await window.runCommand('Postulate: Toggle Excerpt');
  await expect.poll(() => preview.locator('p').allTextContents()).toEqual(['above', 'below']);
});
