// A series of two becomes one of three: what the retitling of its old last part changes in three posts.
import { expect, it } from 'vitest';
import { openForPicture, takePicture } from './picture.js';

const files = {
  '一.md':
    '---\ntitle: 扩散模型漫谈（上）\n---\n\n噪声怎样变成图像，留到《扩散模型漫谈（下）》再说。\n',
  '二.md': '---\ntitle: 扩散模型漫谈（下）\n---\n\n承接《扩散模型漫谈（上）》。\n',
  '三.md': '# 采样加速\n\n上一篇[《扩散模型漫谈（下）》](二.md)给出了反向过程。\n',
};

it('shows the changes in three posts', async () => {
  const window = await openForPicture(files, '三.md', { width: 1080, height: 560 });
  const { page } = window;
  await window.runCommand('Postulate: Retitle Post…');
  const input = page.locator('.quick-input-widget input.input');
  await expect.poll(() => input.inputValue()).toBe('采样加速');
  await input.fill('扩散模型漫谈（下）');
  await window.press('Enter');
  await page.locator('.quick-input-list').getByText('（中）').first().waitFor();
  await window.press('Enter');
  await window.answer('Show Changes…');
  const posts = page.locator('.bulk-edit-panel .monaco-list-row[aria-level="1"]');
  await expect.poll(() => posts.count()).toBe(3);
  for (const box of await posts.locator('.edit-checkbox').all()) await box.check();
  await takePicture(window, 'retitle');
});
