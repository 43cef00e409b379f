// What VS Code's language status says of the site of a post.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

const script = '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-chtml.js"></script>';

it('says what makes the page of a post, and follows its files', async () => {
  const window = await openFolder({
    files: {
      '_config.yml': 'title: x\nmarkdown: kramdown\n',
      '_includes/math.html': script,
      '_posts/a.md': 'See \\eqref{eq:a}.\n\n$$x\\label{eq:a}$$\n',
    },
  });
  await window.openFile('_posts/a.md');
  const { page } = window;
  const shown = page.locator('.hover-language-status').filter({ hasText: 'Jekyll' });
  const said = async (): Promise<string> => {
    await page.mouse.move(600, 400);
    await shown.waitFor({ state: 'detached' });
    await page.locator('[id="status.languageStatus"]').hover();
    await shown.waitFor();
    return (await shown.innerText()).replace(/\s+/g, ' ');
  };
  await expect.poll(said).toContain('Jekyll · kramdown · mathjax3 · tags none');
  expect(await said()).toContain('_config.yml:2, _includes/math.html:1');
  const tagged = `<script>MathJax = {tex: {tags: 'ams'}}</script>\n${script}`;
  await writeFile(path.join(window.folder, '_includes/math.html'), tagged);
  await expect.poll(said).toContain('Jekyll · kramdown · mathjax3 · tags ams');
});
