// Both analyses in a real window: of the formula at the caret, and of a function that is picked; the post stays as it is.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const raw = String.raw;
const patient = { timeout: 60_000 };

const post = raw`# Sparsity

$$
S(c) = \frac{\sqrt m-\frac{\sum_{k=1}^m |c_k|}{\sqrt{\sum_{k=1}^m c_k^2}}}{\sqrt m-1}
$$

A loss of the probability $p$:

$$
L(p) = -(1-p)^\gamma\log p
$$
`;

async function putCaret(window: Window, line: number): Promise<void> {
  await window.host((vscode, toLine) => {
    const editor = vscode.window.activeTextEditor;
    const place = new vscode.Position(toLine, 2);
    if (editor) editor.selection = new vscode.Selection(place, place);
  }, line);
  const place = window.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col \d+/ });
  await expect.poll(() => place.innerText()).toBe(`Ln ${line + 1}, Col 3`);
}

it('shows what a measure and a loss do, and which formulas they are', async () => {
  const window = await openFolder({ files: { 'post.md': post }, settings: {} });
  await window.openFile('post.md');
  await putCaret(window, 3);
  await window.runCommand('Postulate: Analyse Sparsity Measure');
  const measure = await window.webviewFrame('td:has-text("Hoyer")');
  expect(await measure.locator('h1').innerText()).toMatch(/^S\(c\) = /);
  const rows = await measure.locator('tr').allInnerTexts();
  expect(rows.join('\n')).toContain('larger is sparser');
  expect(rows.find((row) => row.startsWith('Robin Hood'))).toContain('✓');
  const cloning = rows.find((row) => row.startsWith('cloning')) ?? '';
  expect(cloning).toContain('✗ S([1, 2])');
  expect(cloning).toContain('S([1, 2, 1, 2]) < S([1, 2])');
  expect(await measure.locator('figure svg path').count()).toBeGreaterThan(0);
  await window.keep('analyse-measure');

  // No formula stands at the caret: the functions of the post are listed, and γ is asked for.
  await window.page.locator('.tab', { hasText: 'post.md' }).click();
  await putCaret(window, 6);
  await window.runCommand('Postulate: Analyse Loss');
  await window.takeRow(raw`L(p) = -(1-p)^\gamma\log p`);
  await expect
    .poll(() => window.page.locator('.quick-input-title').textContent(), patient)
    .toBe(raw`Value of \gamma`);
  await window.type('2');
  // The list comes a moment behind what is typed.
  await window.takeRow(raw`\gamma = 2`);
  const loss = await window.webviewFrame('td:has-text("Focal loss")');
  const found = await loss.locator('tr').allInnerTexts();
  expect(found.find((row) => row.startsWith('proper'))).toContain('✗');
  expect(found.find((row) => row.startsWith('p = 0.5'))).toContain('0.173287');
  await window.keep('analyse-loss');
  expect(await window.text()).toBe(post);
});
