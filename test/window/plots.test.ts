// Plots in the preview of a real window, in the colours of its theme; a number on hover; on through an edit.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

const raw = String.raw;

const post = raw`# Plots

${'```'}eval
plot \sin t, \cos t, \frac{t}{7},\ t \in [0, 7]
heat \begin{pmatrix}1&2&3\\4&5&6\end{pmatrix}
histogram [3,1,4,1,5,9,2,6]
${'```'}
`;

it.each([
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
])('are drawn below their worksheet: %s', async (name, theme) => {
  const window = await openFolder({
    files: { 'post.md': post },
    settings: { 'workbench.colorTheme': theme },
  });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  const plots = preview.locator('figure.eval-plot > svg');
  await expect.poll(() => plots.count()).toBe(3);
  const curve = preview.locator('figure.eval-plot path[stroke="var(--plot-1)"]').first();
  const seen = await curve.evaluate((path) => {
    const ink = getComputedStyle(path).stroke;
    return { ink, ground: getComputedStyle(document.body).backgroundColor };
  });
  expect(seen.ink).toMatch(/^rgb/);
  expect(seen.ink).not.toBe(seen.ground);
  const title = preview.locator('.plot-at title').first();
  expect(await title.textContent()).toContain('t = 0');
  await window.keep(`plot-${name}`);
});
