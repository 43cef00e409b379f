// The packed extension in a real VS Code window: the preview.
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const post =
  String.raw`# 稀疏性的度量

由式$\eqref{eq:ode}$与 \eqref{eq:none} 得 **不变。**源码
\begin{align}a&=b+\frac{1}{2}\label{eq:a}\\c&=\sum_{i=1}^n x_i^2\label{eq:ode}\end{align}
后文 $x^2$ 与 $y\overset{\eqref{eq:a}}{=}z$，坏的 $\nosuch$。

> 引用
> \begin{equation}\int_0^1 x\,dx = \frac12\end{equation}

$$
e = mc^2
$$

` +
  'Code: `x`\n\n```python\ndef f(x):\n    return x + 1\n```\n\n![图](figure.png) [link](other.md)\n';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAFElEQVR4nGP8z8Dwn4EIwDiqkL4KAcT9BAFm9yXRAAAAAElFTkSuQmCC',
  'base64',
);

async function openPreview(window: Window): Promise<Frame> {
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('.katex').count()).toBeGreaterThan(0);
  return preview;
}

function texts(preview: Frame, selector: string): Promise<string[]> {
  return preview.locator(selector).allTextContents();
}

it('shows numbers, references and faults, and follows typing', async () => {
  const window = await openFolder({ files: { 'post.md': post, 'figure.png': picture } });
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
