// Quick fixes in a real window: the light bulb on findings.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const post = `\\begin{align}
a &= b \\label{eq:loss} \\\\
c &= d
\\end{align}

By \\eqref{eq:los} and \\eqref{eq:bound}.

\\cref{eq:loss}, \\autoref{eq:loss}
`;

async function openPost(): Promise<Window> {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await expect.poll(() => window.problems()).toHaveLength(5);
  return window;
}

async function takeFix(window: Window, line: number, column: number, title: string): Promise<void> {
  await window.putCaret(line, column);
  await window.takeFix(title);
}

it('mends two findings by the light bulb', async () => {
  const window = await openPost();
  await takeFix(window, 5, 12, 'Replace eq:los by eq:loss');
  await expect.poll(() => window.text()).toContain('By \\eqref{eq:loss} and');
  // Fixes are offered for the findings of the text as it stands now.
  await expect.poll(() => window.problems()).toHaveLength(3);
  await takeFix(window, 5, 33, 'Put \\label{eq:bound} into equation (2): c &= d');
  await expect.poll(() => window.text()).toContain('c &= d\\label{eq:bound}\n');
  await expect.poll(() => window.problems()).toHaveLength(2);
});
