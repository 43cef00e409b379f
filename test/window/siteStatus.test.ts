// What VS Code's language status says of the site of a post.
import { readFile, writeFile } from 'node:fs/promises';
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

it('writes another site into postulate.json, and takes it back', async () => {
  const window = await openFolder({
    files: {
      '_config.yml': 'title: x\nmarkdown: kramdown\n',
      '_includes/math.html': script,
      '_posts/a.md': 'See \\eqref{eq:a}.\n\n$$x\\label{eq:a}$$\n',
    },
  });
  await window.openFile('_posts/a.md');
  const config = (): Promise<string> =>
    readFile(path.join(window.folder, 'postulate.json'), 'utf8').catch(() => '');
  const choose = async (...labels: readonly string[]): Promise<void> => {
    await window.runCommand('Postulate: Change Site…');
    for (const label of labels) await window.takeRow(label);
  };
  const findings = (): Promise<number> =>
    window.host((vscode) => vscode.languages.getDiagnostics().flatMap(([, all]) => all).length);
  // The site numbers nothing; once the server has read that it does, there is nothing to say.
  await expect.poll(findings).toBe(1);
  await choose('Numbers of Equations', 'all');
  await expect.poll(findings).toBe(0);
  await expect.poll(config).toBe('{\n  "site": {\n    "tags": "all"\n  }\n}\n');
  await window.runCommand('Postulate: Change Site…');
  const numbers = window.page.locator('.quick-input-list .monaco-list-row', {
    hasText: 'Numbers of Equations',
  });
  await expect.poll(() => numbers.innerText()).toContain('postulate.json:3');
  await window.keep('change-site');
  await window.press('Escape');
  await choose('Numbers of Equations', 'As the files of the site say');
  await expect.poll(config).not.toContain('tags');
});
