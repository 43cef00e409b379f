// Copying a post for other places in a real window: what the clipboard holds, and the list of what was left behind.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const post = String.raw`---
title: 例子
---

See $\eqref{eq:a}$, \eqref{gone} and ![a picture](local.png).

\begin{align}
x &= 1 \\
y &= \frac{x}{2} \label{eq:a}
\end{align}
`;

async function openPost(): Promise<Window> {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await window.openFile('post.md');
  return window;
}

it('puts Markdown into the clipboard, and leads to what was left behind', async () => {
  const window = await openPost();
  await window.runCommand('Postulate: Copy Post for Zhihu (知乎)');
  const list = window.page.locator('.quick-input-list');
  await expect.poll(() => list.innerText()).toContain('The reference gone is not resolved');
  expect(await list.innerText()).toContain('The picture local.png has no address');
  await window.keep('publish-list');
  await window.press('Enter');
  await expect
    .poll(() =>
      window.host((vscode) => vscode.window.activeTextEditor?.selection.active.line ?? -1),
    )
    .toBe(4);
  const copied = await window.host((vscode) => vscode.env.clipboard.readText());
  expect(copied).toContain(
    '# 例子\n\nSee (2), (???) and 〔local.png〕.\n\n<img src="https://www.zhihu.com/equation?tex=',
  );
  expect(copied).toContain(
    String.raw`alt="\begin{align*} x &amp;= 1 \tag{1} \\ y &amp;= \frac{x}{2}`,
  );
});

it('shows what is pasted into 公众号, and copies it as formatted text', async () => {
  const window = await openPost();
  await window.runCommand('Postulate: Copy Post for WeChat (公众号)…');
  const list = window.page.locator('.quick-input-list');
  await expect.poll(() => list.innerText()).toContain('The reference gone is not resolved');
  await window.press('Escape');
  const page = await window.webviewFrame('#copy');
  expect(await page.locator('main svg').count()).toBe(1);
  await window.keep('publish-page');
  await page.locator('#copy').click();
  await expect.poll(() => page.locator('#state').textContent()).toContain('Copied.');
  // Only a page that has the focus itself, not a frame in it, may read the clipboard.
  await window.page.locator('.monaco-editor .view-lines').first().click();
  const html = await window.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType('text/html'))?.text()) ?? '';
  });
  expect(html).toContain('<svg');
  expect(html).not.toContain('<use');
  expect(html).toContain('例子</h1>');
});
