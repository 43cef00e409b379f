// The packed extension in a real VS Code window: the preview.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const post = String.raw`# 稀疏性的度量

由式$\eqref{eq:ode}$与 \eqref{eq:none} 得 **不变。**源码
\begin{align}a&=b+\frac{1}{2}\label{eq:a}\\c&=\sum_{i=1}^n x_i^2\label{eq:ode}\end{align}
后文 $x^2$ 与 $y\overset{\eqref{eq:a}}{=}z$，坏的 $\nosuch$。

> 引用
> \begin{equation}\int_0^1 x\,dx = \frac12\end{equation}

$$
e = mc^2
$$

![图](figure.png) ![remote](https://example.org/x.png)
<img src="x" onerror="document.title='hacked'"><script>document.title='hacked'</script>
`;

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGNgGAWjYBSMAggAAAQaAAHf6QnYAAAAAElFTkSuQmCC',
  'base64',
);

/** A long post: each section has a display that the paragraph behind it refers to. */
const longPost = Array.from(
  { length: 300 },
  (_, at) =>
    `## Section ${at}\n\n\\begin{equation}x_{${at}}\\label{eq:${at}}\\end{equation}\n\n` +
    `By $\\eqref{eq:${at}}$ and $\\eqref{eq:${299 - at}}$.\n\n`,
).join('');

async function openPreview(window: Window): Promise<Frame> {
  await window.runCommand('Postulate: Open Preview to the Side');
  return previewOf(window);
}

async function previewOf(window: Window): Promise<Frame> {
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('.katex').count()).toBeGreaterThan(0);
  return preview;
}

function texts(preview: Frame, selector: string): Promise<string[]> {
  return preview.locator(selector).allTextContents();
}

/** The texts of the elements that are in the viewport. */
function seen(preview: Frame, selector: string): Promise<string[]> {
  return preview.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      })
      .map((element) => element.textContent),
  );
}

it('shows numbers, references and faults, and follows typing', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  const preview = await openPreview(window);
  await expect.poll(() => texts(preview, '.eq-number')).toEqual(['(1)', '(2)', '(3)', '']);
  expect(await texts(preview, 'a.eq-ref')).toEqual(['(2)', '(???)', '(1)']);
  expect(await texts(preview, '.math-error code')).toEqual(['$\\nosuch$']);
  await window.press('ControlOrMeta+Home');
  await window.type('\\begin{equation}n\\end{equation}\n\n');
  await expect.poll(() => texts(preview, '.eq-number')).toEqual(['(1)', '(2)', '(3)', '(4)', '']);
  expect(await texts(preview, 'a.eq-ref')).toEqual(['(3)', '(???)', '(2)']);
});

it('sets formulas with their numbers at the right, shows pictures of the folder, and runs nothing', async () => {
  const window = await openFolder({
    files: { 'post.md': post, 'figure.png': picture },
    settings: { 'workbench.colorTheme': 'Default Dark Modern' },
  });
  await window.openFile('post.md');
  const preview = await openPreview(window);
  const number = await preview.locator('.eq-number').first().boundingBox();
  const formula = await preview.locator('.display .katex-base').first().boundingBox();
  const main = await preview.locator('main.postulate').boundingBox();
  if (!number || !formula || !main) throw new Error('The display is not in the page.');
  expect(number.x).toBeGreaterThan(formula.x + formula.width);
  expect(number.x + number.width).toBeGreaterThan(main.x + main.width - 60);
  expect(number.y).toBeGreaterThanOrEqual(formula.y - 2);
  expect(number.y + number.height).toBeLessThan(formula.y + formula.height);
  const loaded = preview.locator('img[alt="图"]');
  await expect
    .poll(() => loaded.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(10);
  expect(await texts(preview, '.image-blocked')).toEqual(['remote']);
  expect(await preview.title()).not.toBe('hacked');
  expect(await preview.locator('main script').count()).toBe(0);
  const written = preview.evaluate(() => (document.body.innerHTML = 'written by a text'));
  await expect(written).rejects.toThrow('TrustedHTML');
  const background = await preview
    .locator('body')
    .evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(background).toBe('rgb(31, 31, 31)');
});

it('goes to equations, texts and lines of a long post, and keeps its place', async () => {
  const window = await openFolder({ files: { 'long.md': longPost } });
  await window.openFile('long.md');
  const preview = await openPreview(window);
  const last = preview.locator('.block', { hasText: 'By (1) and (300)' });
  await last.locator('a.eq-ref').nth(1).click();
  await expect.poll(() => seen(preview, '.eq-number')).toContain('(300)');
  const nodes = await preview.evaluate(() => document.querySelectorAll('*').length);
  expect(nodes).toBeLessThan(10_000);
  await preview.locator('body').press('ControlOrMeta+f');
  await preview.locator('.find-bar input:focus').waitFor();
  await window.type('Section 150');
  await expect.poll(() => seen(preview, 'h2')).toContain('Section 150');
  await window.press('Escape');
  await window.runCommand('Postulate: Restart Server');
  await expect.poll(() => seen(preview, 'h2')).toContain('Section 150');
  await preview.locator('h2', { hasText: /^Section 150$/ }).dblclick();
  await expect
    .poll(() =>
      window.host((vscode) => vscode.window.activeTextEditor?.selection.active.line ?? -1),
    )
    .toBe(6 * 150);
  await window.waitForCaret(6 * 150, 0);
  await window.press('ControlOrMeta+Home');
  await window.waitForCaret(0, 0);
  await window.type('\\begin{equation}n\\end{equation}\n\n');
  await expect
    .poll(async () => {
      // What comes of the text may put the page back where it was.
      await preview.evaluate(() => {
        scrollTo(0, 0);
      });
      return texts(preview, '.eq-number');
    })
    .toContain('(2)');
});

it('follows links to equations and headings of other posts, in the editor and in the preview', async () => {
  const links =
    '[first](long.md#eq:150) and [second](sub/../long.md#section-20), [back](#eq:here)\n\n';
  const window = await openFolder({
    files: {
      'post.md': `${links}\\begin{equation}x\\label{eq:here}\\end{equation}\n`,
      'long.md': longPost,
    },
  });
  await window.openFile('post.md');
  const preview = await openPreview(window);
  await preview.locator('a', { hasText: 'first' }).click();
  await expect.poll(() => cursor(window)).toEqual(['long.md', 6 * 150 + 2]);
  const linked = await window.webviewFrame('h2#section-150');
  await expect.poll(() => seen(linked, '.eq-number')).toContain('(151)');
  // The preview follows the editor back.
  await window.openFile('post.md');
  const again = await window.webviewFrame('a[href$="section-20"]');
  await again.locator('a', { hasText: 'second' }).click();
  await expect.poll(() => cursor(window)).toEqual(['long.md', 6 * 20]);
  const heading = await window.webviewFrame('h2#section-20');
  await expect.poll(() => seen(heading, 'h2')).toContain('Section 20');
});

/** The file in the active editor, and the line of its cursor. */
function cursor(window: Window): Promise<readonly [string, number]> {
  return window.host((vscode) => {
    const editor = vscode.window.activeTextEditor;
    const name = editor ? vscode.workspace.asRelativePath(editor.document.uri) : '';
    return [name, editor?.selection.active.line ?? -1] as const;
  });
}

it('comes back with its post and place when the window is reloaded, unsaved text included', async () => {
  const window = await openFolder({
    files: { 'long.md': longPost },
    settings: { 'files.autoSave': 'off' },
  });
  await window.openFile('long.md');
  await window.type('\\begin{equation}unsaved\\end{equation}\n\n');
  await window.runCommand('Postulate: Open Preview');
  const before = await previewOf(window);
  await expect.poll(() => seen(before, '.eq-number')).toContain('(2)');
  await before.locator('body').press('ControlOrMeta+f');
  await window.type('Section 150');
  await expect.poll(() => seen(before, 'h2')).toContain('Section 150');
  // Section 150 is at line 902 or so.
  await window.reload(/Preview long\.md[^]*\bline\W+9\d\d/);
  const after = await previewOf(window);
  await expect.poll(() => seen(after, 'h2')).toContain('Section 150');
  await expect.poll(() => seen(after, '.eq-number')).toContain('(152)');
  expect(await window.file('long.md')).toBe(longPost);
});

it('keeps its place behind another tab', async () => {
  const window = await openFolder({ files: { 'long.md': longPost, 'other.txt': 'Other\n' } });
  await window.openFile('long.md');
  await window.runCommand('Postulate: Open Preview');
  const before = await previewOf(window);
  await before.locator('body').press('ControlOrMeta+f');
  await window.type('Section 150');
  await expect.poll(() => seen(before, 'h2')).toContain('Section 150');
  await window.openFile('other.txt');
  await expect.poll(() => before.isDetached()).toBe(true);
  await window.page.locator('.tab', { hasText: 'Preview long.md' }).click();
  const after = await previewOf(window);
  await expect.poll(() => seen(after, 'h2')).toContain('Section 150');
});

it('lends its numbers to the preview of VS Code', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await window.runCommand('Markdown: Open Preview to the Side');
  // VS Code may make the page of its own preview anew at any time.
  const shown = async (selector: string): Promise<string[]> =>
    texts(await window.webviewFrame('.markdown-body, body.vscode-body .katex'), selector);
  await expect.poll(() => shown('.eq-number')).toEqual(['(1)', '(2)', '(3)', '']);
  await expect.poll(() => shown('a.eq-ref')).toEqual(['(2)', '(???)']);
});
