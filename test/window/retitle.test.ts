// A series of two becomes one of three: the new last part, the old one as 中, and all citations, in one step that
// is seen first and that one undo takes back.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const a = '---\ntitle: 步骤（上）\n---\n接着是[《步骤（下）》](b.md)。\n';
const b = '---\ntitle: 步骤（下）\n---\n承接《步骤（上）》。\n';
const c = '# 新的想法\n\n见《步骤(下)》，当时它的后缀还是“下”。\n';
const retitled = [
  a.replace('《步骤（下）》', '《步骤（中）》'),
  b.replace('步骤（下）', '步骤（中）'),
  c.replace('新的想法', '步骤（下）').replace('《步骤(下)》', '《步骤(中)》'),
];

/** As editors have them, saved or not. */
function texts(window: Window): Promise<readonly string[]> {
  return window.host(async (vscode) => {
    const names = ['a.md', 'b.md', 'c.md'];
    const files = await vscode.workspace.findFiles('*.md');
    const documents = await Promise.all(
      names.flatMap((name) => {
        const file = files.find(({ path }) => path.endsWith(`/${name}`));
        return file ? [vscode.workspace.openTextDocument(file)] : [];
      }),
    );
    return documents.map((document) => document.getText());
  });
}

it('retitles a post with what follows from it, in one step that is seen first', async () => {
  const window = await openFolder({ files: { 'a.md': a, 'b.md': b, 'c.md': c } });
  const { page } = window;
  await window.openFile('c.md');
  await window.runCommand('Postulate: Retitle Post…');
  const input = page.locator('.quick-input-widget input.input');
  await expect.poll(() => input.inputValue()).toBe('新的想法');
  await input.fill('步骤（上）');
  const refusal = page.locator('.quick-input-message');
  await expect.poll(() => refusal.textContent()).toContain('a.md:2');
  await input.fill('步骤（下）');
  await expect.poll(() => refusal.textContent()).toContain('the file name stays');
  await window.press('Enter');
  await page.locator('.quick-input-list').getByText('步骤（下） → 步骤（中）').waitFor();
  await window.keep('retitle-follow-up');
  await window.press('Enter');
  await window.answer('Show Changes…');
  const posts = page.locator('.bulk-edit-panel .monaco-list-row[aria-level="1"]');
  await expect.poll(() => posts.count()).toBe(3);
  expect(await texts(window)).toEqual([a, b, c]);
  // Other posts change only where the writer says so.
  for (const name of ['a.md', 'b.md']) {
    await posts.filter({ hasText: name }).locator('.edit-checkbox').click();
  }
  await window.keep('retitle-preview');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => texts(window)).toEqual(retitled);
  // A toast goes by itself; what it said stays under the bell.
  await window.runCommand('Notifications: Show Notifications');
  const notice = page.locator('.notifications-center .notification-list-item');
  await notice.getByText('3 posts to publish again.').waitFor();
  await window.keep('retitle-notice');
  await notice.getByRole('button', { name: 'Show List' }).click();
  await page.locator('.quick-input-list').getByText('步骤（中）').waitFor();
  await window.takeRow('步骤（中）');
  await page.locator('.tab.active[data-resource-name="b.md"]').waitFor();
  await window.openFile('c.md');
  await window.press('ControlOrMeta+z');
  await expect.poll(() => texts(window)).toEqual([a, b, c]);
});
