// The packed extension in a real VS Code window: a post as a page of its own.
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('writes the post as one page where the reader says, also from its preview', async () => {
  const files = {
    'post.md': '# Title\n\n\\begin{equation}x\\label{a}\\end{equation}\n\n\\eqref{a}\n',
  };
  const window = await openFolder({ files });
  await window.openFile('post.md');
  const dialog = window.page.locator('.quick-input-widget input.input');
  const write = async (proposed: string, name: string): Promise<void> => {
    await window.runCommand('Postulate: Export Post to HTML…');
    const file = path.join(window.folder, proposed);
    await expect.poll(() => dialog.inputValue()).toBe(file);
    await dialog.fill(path.join(window.folder, name));
    await window.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await expect
      .poll(() =>
        access(path.join(window.folder, name)).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await window.page.getByText(`Written: ${name}`).first().waitFor();
  };
  await write('post.html', 'one.html');
  const page = await readFile(path.join(window.folder, 'one.html'), 'utf8');
  expect(page).toContain('<title>Title</title>');
  expect(page).toContain('<span class="eq-number" id="mjx-eqn:a">(1)</span>');
  expect(page).toContain('src:url(data:font/woff2;base64,');
  await window.runCommand('Postulate: Open Preview');
  await window.webviewFrame('main.postulate .katex');
  await write('post.html', 'two.html');
  expect(await readFile(path.join(window.folder, 'two.html'), 'utf8')).toBe(page);
});
