// The packed extension in a real VS Code window, when its server dies: it is back, and nothing is lost.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const post =
  '# Losses\n\n\\begin{equation}\nL \\label{eq:loss}\n\\end{equation}\n\nBy \\eqref{eq:loss}.\n';

/** The servers of this window: programs that its extension host began. */
async function serversOf(window: Window): Promise<readonly number[]> {
  const host = await window.host(() => process.pid);
  const listed = execFileSync('ps', ['-ww', '-o', 'pid=,args=', '--ppid', String(host)], {
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((line) => /postulate.*server\.js/.test(line))
    .map((line) => Number.parseInt(line, 10));
}

it('is back by itself, with what was not saved, and draws on', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  const preview = await window.webviewFrame('main.postulate');
  const numbers = (): Promise<readonly string[]> => preview.locator('.eq-number').allTextContents();
  await expect.poll(numbers).toEqual(['(1)']);
  await window.runCommand('View: Focus First Editor Group');
  await window.type('\\begin{equation}\nM\n\\end{equation}\n\nBy \\eqref{eq:gone}.\n\n');
  await expect.poll(() => window.problems()).toMatchObject([{ code: 'label.undefined' }]);
  await expect.poll(numbers).toEqual(['(1)', '(2)']);
  const [server, ...others] = await serversOf(window);
  if (server === undefined || others.length > 0) throw new Error('There is not one server.');

  process.kill(server, 'SIGKILL');
  await window.type('\\eqref{eq:lost} ');
  await expect
    .poll(() => window.problems())
    .toMatchObject([{ code: 'label.undefined' }, { code: 'label.undefined' }]);
  const text = await window.text();
  expect(text).toContain('By \\eqref{eq:gone}.');
  expect(text).toContain('\\eqref{eq:lost}');
  expect(await serversOf(window)).not.toContain(server);

  await window.type('\\begin{equation}\nN\n\\end{equation}\n\n');
  await expect.poll(numbers).toEqual(['(1)', '(2)', '(3)']);
});
