// All fixes that are certain, in a real window, by a command.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

const post = `\\begin{align}
a &= b \\label{eq:loss} \\\\
c &= d
\\end{align}

\\cref{eq:loss}, \\autoref{eq:loss}
`;

it('makes all that is certain by a command, and takes it back in one undo', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await expect.poll(() => window.problems()).toHaveLength(3);
  const mended = post.replace(/\\(?:cref|autoref)/g, '\\eqref');
  await window.runCommand('Postulate: Fix All in Post');
  await expect.poll(() => window.text()).toBe(mended);
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe(post);
});
