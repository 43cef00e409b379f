// All fixes that are certain, in a real window, by a command and on saving.
import { expect, it } from 'vitest';
import { waitFor } from './harness/wait.js';
import { openFolder } from './harness/window.js';

const post = `\\begin{align}
a &= b \\label{eq:loss} \\\\
c &= d
\\end{align}

\\cref{eq:loss}, \\autoref{eq:loss}
`;
const mended = post.replace(/\\(?:cref|autoref)/g, '\\eqref');

it('makes all that is certain by a command, takes it back in one undo, and says where there is nothing', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await expect.poll(() => window.problems()).toHaveLength(3);
  await window.runCommand('Postulate: Fix All in Post');
  await expect.poll(() => window.text()).toBe(mended);
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe(post);
  await window.runCommand('Postulate: Fix All in Post');
  await expect.poll(() => window.text()).toBe(mended);
  await window.runCommand('Postulate: Fix All in Post');
  await window.page.getByText('Nothing in post.md has a fix that is certain.').first().waitFor();
});

it('makes it when the post is saved, where the writer wants that', async () => {
  const links = '[b]: https://example.com/b\n[a]: https://example.com/a\n';
  const window = await openFolder({
    files: { 'post.md': `${post}[a][], [b][]\n\n${links}` },
    settings: {
      'editor.codeActionsOnSave': {
        'source.fixAll.postulate': 'explicit',
        'source.organizeLinkDefinitions': 'explicit',
      },
      'files.autoSave': 'off',
    },
  });
  await window.openFile('post.md');
  await expect.poll(() => window.problems()).toHaveLength(3);
  // In a window that was just loaded VS Code saves for a while without asking anybody, its own actions neither.
  const saved = await waitFor('a post that VS Code changes on saving', async () => {
    await window.putCaret(0, 0);
    await window.type('x');
    await window.host((vscode) => vscode.commands.executeCommand('workbench.action.files.save'));
    const text = await window.file('post.md');
    return text.includes(links) ? undefined : text;
  });
  expect(saved).toContain(mended.trim());
});
