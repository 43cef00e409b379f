// The colours of a post in the editor.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

it('colours a reference alike in the prose, in every kind of formula and in a worksheet, and not in code', async () => {
  const post = [
    'by \\eqref{in-prose} and $\\eqref{in-dollars}$',
    '$$',
    'a \\eqref{in-block}',
    '$$',
    '\\begin{equation}\\eqref{in-environment}\\end{equation}',
    '```eval',
    '\\eqref{in-worksheet}',
    '```',
    '```text',
    '\\eqref{in-fence}',
    '```',
    '`\\eqref{in-code}`',
  ];
  const window = await openFolder({ files: { 'post.md': `${post.join('\n')}\n` } });
  await window.openFile('post.md');
  const tokens = (): Promise<readonly (readonly [string, string])[]> =>
    window.page
      .locator('.view-line > span > span')
      .evaluateAll((spans) =>
        spans.map((span) => [span.textContent, getComputedStyle(span).color] as const),
      );
  const colours = async (text: string): Promise<readonly string[]> =>
    (await tokens()).filter(([shown]) => shown === text).map(([, colour]) => colour);
  await expect.poll(() => colours('\\eqref')).toHaveLength(5);
  expect(new Set(await colours('\\eqref')).size).toBe(1);
  const names = ['in-prose', 'in-dollars', 'in-block', 'in-environment', 'in-worksheet'];
  const named = await Promise.all(names.map((name) => colours(name)));
  expect(new Set(named.flat()).size).toBe(1);
  expect(named.flat()).toHaveLength(names.length);
});
