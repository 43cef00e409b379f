// The packed extension in a real VS Code window: posts against the pages of their site.
import path from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('shows in the Problems view what the built page has otherwise, until the post is edited', async () => {
  const files = {
    'post.md': '# Title\n\n$a_1b$ and $c_2d$, as in $e$.\n',
    'public/post/index.html': '<article><p>$a<em>1b$ and $c</em>2d$, as in $e$.</p></article>',
  };
  const window = await openFolder({ files });
  await window.openFile('post.md');
  await window.runCommand('Problems: Focus on Problems View');
  await window.runCommand('Postulate: Compare with Built Site…');
  const dialog = window.page.locator('.quick-input-widget input.input');
  await expect.poll(() => dialog.inputValue()).toContain(path.join(window.folder, 'public'));
  await window.page.locator('.quick-input-widget').getByRole('button', { name: 'Compare' }).click();
  const found = (): Promise<readonly unknown[]> =>
    window.host((vscode) =>
      vscode.languages
        .getDiagnostics()
        .flatMap(([, all]) => all)
        .flatMap(({ code }) => (typeof code === 'object' ? [code.value] : []))
        .filter((code) => code === 'site.differs'),
    );
  await expect.poll(found).toHaveLength(2);
  const statusBar = window.page.locator('.statusbar');
  await statusBar.getByText('Posts compared: 1. Different from their pages: 1').waitFor();
  const problems = window.page.locator('.markers-panel-container');
  await expect.poll(() => problems.isVisible()).toBe(true);
  await window.keep('compare-built');
  await window.openFile('post.md');
  await window.page.keyboard.type('x');
  await expect.poll(found).toEqual([]);
});
