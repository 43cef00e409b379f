// Completion in a real window: titles by pinyin, equations by number with their pictures, commands.
import { expect, it } from 'vitest';
import { openFolder, type Window } from './harness/window.js';

const title = '生成扩散模型漫谈（一）：起点';

const post = [
  '# 别的',
  '',
  '',
  '',
  '\\begin{equation}',
  'L(p) = -\\sum_i \\log p_i \\label{eq:loss}',
  '\\end{equation}',
  '',
  '\\begin{equation}',
  'H(p) = \\mathbb{E}[L(p)] \\label{eq:entropy}',
  '\\end{equation}',
  '',
].join('\n');

async function openPost(): Promise<Window> {
  const window = await openFolder({
    files: { 'post.md': post, 'first.md': `# ${title}\n`, 'second.md': '# 重参数\n' },
  });
  await window.openFile('post.md');
  // Numbers stand at labels once the server knows the blog; what is typed before is not completed.
  const lines = window.page.locator('.editor-instance .view-line');
  await expect.poll(async () => (await lines.allTextContents()).join()).toContain('(2)');
  await window.press('ArrowDown', 'ArrowDown');
  return window;
}

/** What is offered, each with what stands beside it. */
function offers(window: Window): Promise<readonly string[]> {
  return window.page.locator('.suggest-widget.visible .monaco-list-row').allTextContents();
}

async function line(window: Window): Promise<string | undefined> {
  return (await window.text())?.split('\n')[2];
}

it('finds titles by their initials, and closes them', async () => {
  const window = await openPost();
  await window.type('见《');
  await expect.poll(() => offers(window)).toHaveLength(2);
  await window.type('sck');
  await expect.poll(() => offers(window)).toEqual([expect.stringContaining(title)]);
  await window.press('Enter');
  await expect.poll(() => line(window)).toBe(`见《${title}》`);
});

it('finds equations by number and shows them', async () => {
  const window = await openPost();
  await window.type('By \\eqref{2');
  await expect.poll(() => offers(window)).toEqual([expect.stringContaining('eq:entropy')]);
  await window.host((vscode) => vscode.commands.executeCommand('toggleSuggestionDetails'));
  const picture = window.page.locator('.suggest-details img');
  await picture.waitFor();
  expect(await picture.getAttribute('alt')).toContain('mathbb');
  // A picture that the editor would not load has no width.
  const width = (): Promise<number> =>
    picture.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBeGreaterThan(20);
  await window.press('Enter');
  await expect.poll(() => line(window)).toBe('By \\eqref{eq:entropy}');
});

it('writes commands with places for their arguments', async () => {
  const window = await openPost();
  await window.type('a $\\dfr');
  await expect.poll(() => offers(window)).toEqual([expect.stringContaining('\\dfrac')]);
  await window.press('Enter');
  await expect.poll(() => line(window)).toBe('a $\\dfrac{}{}');
  await window.type('1');
  await window.press('Tab');
  await window.type('2');
  await expect.poll(() => line(window)).toBe('a $\\dfrac{1}{2}');
});
