// A number written by hand, against what VS Code's git extension says of the last commit.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commitAll } from './harness/folder.js';
import { openFolder } from './harness/window.js';

const committed =
  '\\begin{equation}a\\label{eq:a}\\end{equation}\n\n由式(1)可得$\\eqref{eq:a}$。\n';
const added = '\\begin{equation}b\\end{equation}\n\n';

it('finds a number whose equation moved since the last commit', async () => {
  const window = await openFolder({ files: { 'post.md': committed } });
  await commitAll(window.folder);
  await writeFile(path.join(window.folder, 'post.md'), added + committed);
  // The repository is there before the window is.
  await window.reload();
  await window.openFile('post.md');
  await expect
    .poll(() => window.problems())
    .toMatchObject([{ file: 'post.md', line: 5, column: 3, code: 'number.stale' }]);
});
