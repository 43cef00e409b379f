// The worksheet in a file of its own beside a post, in a real window.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

const patient = { timeout: 60_000 };

it('takes what is typed into the file, and gives the post its values', async () => {
  const window = await openFolder({
    files: { 'post.md': 'The mean $\\bar x$<!--= -->.\n', 'post.eval': 'x = [1, 2]\n' },
    settings: {},
  });
  const found = (): Promise<readonly string[]> =>
    window.host((vscode) =>
      vscode.languages.getDiagnostics().flatMap(([uri, list]) =>
        list.map(({ range, code }) => {
          const rule = typeof code === 'object' ? String(code.value) : String(code);
          return `${uri.path.replace(/^.*\//, '')}:${range.start.line} ${rule}`;
        }),
      ),
    );
  await window.openFile('post.md');
  await window.runCommand('Postulate: Open Preview to the Side');
  await window.openFile('post.eval');
  await window.press('Control+End');
  await window.type('x_1 + x_2\nu\n');
  await expect.poll(found, patient).toEqual(['post.eval:2 eval.problem']);
  const seen = (): Promise<readonly string[]> =>
    window.page.locator('.editor-instance .view-line').allTextContents();
  await expect
    .poll(
      async () => (await seen()).map((line) => line.replace(/[\s\u200a-\u200f]+/g, ' ')),
      patient,
    )
    .toContain('x_1 + x_2= 3');
  const preview = await window.webviewFrame('main.postulate');
  await expect.poll(() => preview.locator('main.postulate').innerText(), patient).toContain('1.5');
});
