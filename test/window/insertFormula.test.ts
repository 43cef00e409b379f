// Insert Formula in a real window: the list, the formula beside it, and what Enter and the button write.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const raw = String.raw;
const patient = { timeout: 60_000 };

async function openList(text: string, typed: string): Promise<Window> {
  const window = await openFolder({ files: { 'post.md': text }, settings: {} });
  await window.openFile('post.md');
  await window.press('Control+End');
  await window.runCommand('Postulate: Insert Formula…');
  await expect
    .poll(() => window.page.locator('.quick-input-title').textContent(), patient)
    .toBe('Insert Formula');
  await window.type(typed);
  return window;
}

it('shows the formula that is chosen, and inserts its definition in one undo', async () => {
  const window = await openList('# Post\n\n', '');
  await window.webviewFrame('h1:has-text("Number of zeros")');
  await window.keep('insert-formula-list');
  const list = window.page.locator('.quick-input-list');
  await window.type('hoyer');
  await expect.poll(() => list.innerText(), patient).toContain('Hurley & Rickard 2009');
  const page = await window.webviewFrame('h1:has-text("Hoyer")');
  expect(await page.locator('img').getAttribute('alt')).toContain(raw`\operatorname{Hoyer}(x)`);
  const width = (): Promise<number> =>
    page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width, patient).toBeGreaterThan(100);
  expect(await page.locator('body').innerText()).toContain('Larger is sparser');
  await window.keep('insert-formula');
  await window.press('Enter');
  const written = raw`$$
\operatorname{Hoyer}(x) = \frac{\sqrt n-\frac{\sum_{j=1}^n |x_j|}{\sqrt{\sum_{j=1}^n x_j^2}}}{\sqrt n-1}
$$`;
  await expect.poll(() => window.text(), patient).toBe(`# Post\n\n${written}`);
  await expect.poll(() => window.page.locator('iframe.webview').count(), patient).toBe(0);
  await window.press('Control+z');
  await expect.poll(() => window.text(), patient).toBe('# Post\n\n');
});

it('inserts a call by the button of the list', async () => {
  const window = await openList('So ', 'focal');
  await window.webviewFrame('h1:has-text("Focal")');
  await window.page
    .locator('.quick-input-titlebar .action-label[aria-label="Insert a call"]')
    .click();
  await expect.poll(() => window.text(), patient).toBe(raw`So $\operatorname{Focal}(p;2)$`);
});

it('writes nothing where the list is left', async () => {
  const window = await openList('Text.\n', 'gini');
  await window.webviewFrame('h1:has-text("Gini")');
  await window.press('Escape');
  await expect.poll(() => window.page.locator('iframe.webview').count(), patient).toBe(0);
  expect(await window.text()).toBe('Text.\n');
  await window.type('More.');
  await expect.poll(() => window.text(), patient).toBe('Text.\nMore.');
});
