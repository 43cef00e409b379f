// Insert Plot as SVG and Insert Result as Table in a real window: written below their worksheet, taken back in one undo, refreshed.
import { expect, it } from 'vitest';
import { openFolder } from './harness/window.js';

const raw = String.raw;

const plot = raw`plot \sin(nt),\ t \in [0, 7]`;
const table = raw`table nt,\ t \in \{1, 2\}`;
const post = `\`\`\`eval
n = 2
${plot}
${table}
\`\`\`

Text.
`;

const worksheet = post.slice(0, post.indexOf('Text.'));
const tableText = (one: string, two: string): string =>
  `<!-- eval-result: ${table} -->\n\n| $t$ | $nt$ |\n| --- | ---: |\n| 1 | ${one} |\n| 2 | ${two} |\n\n`;
const plotText = `<!-- eval-result: ${plot} -->\n\n![sin (nt), t in (0, 7)](post-plot-1.svg)\n\n`;

it('writes a picture and a table below the worksheet, and brings both up to date', async () => {
  const window = await openFolder({ files: { 'post.md': post } });
  await window.openFile('post.md');
  const putCaret = (line: number): Promise<void> =>
    window.host((vscode, at) => {
      const editor = vscode.window.activeTextEditor;
      if (editor) editor.selection = new vscode.Selection(at, 3, at, 3);
    }, line);
  const picture = (): Promise<string> =>
    window.host(async (vscode) => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      if (!folder) return '';
      const bytes = await vscode.workspace.fs
        .readFile(vscode.Uri.joinPath(folder, 'post-plot-1.svg'))
        .then(
          (read) => read,
          () => new Uint8Array(),
        );
      return new TextDecoder().decode(bytes);
    });

  await putCaret(2);
  await window.runCommand('Postulate: Insert Plot as SVG');
  await expect.poll(() => window.text()).toBe(`${worksheet}${plotText}Text.\n`);
  const first = await picture();
  expect(first).toMatch(/^<svg xmlns=/);
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe(post);
  await putCaret(2);
  await window.runCommand('Postulate: Insert Plot as SVG');
  await expect.poll(() => window.text()).toBe(`${worksheet}${plotText}Text.\n`);

  await putCaret(3);
  await window.runCommand('Postulate: Insert Result as Table');
  const whole = `${worksheet}${plotText}${tableText('2', '4')}Text.\n`;
  await expect.poll(() => window.text()).toBe(whole);
  await expect.poll(() => window.problems()).toEqual([]);
  await window.press('Control+z');
  await expect.poll(() => window.text()).toBe(`${worksheet}${plotText}Text.\n`);
  await window.press('Control+y');
  await expect.poll(() => window.text()).toBe(whole);

  await window.host((vscode) =>
    vscode.window.activeTextEditor?.edit((builder) => {
      builder.replace(new vscode.Range(1, 4, 1, 5), '3');
    }),
  );
  await expect.poll(async () => (await window.problems()).length).toBe(2);
  await window.runCommand('Postulate: Update Stale Values');
  const updated = `${worksheet}${plotText}${tableText('3', '6')}Text.\n`.replace('n = 2', 'n = 3');
  await expect.poll(() => window.text()).toBe(updated);
  await expect.poll(() => window.problems()).toEqual([]);
  expect(await picture()).not.toBe(first);
  await window.keep('inserted-results');
});
