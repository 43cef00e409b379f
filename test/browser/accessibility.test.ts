// The preview by keyboard, the language of what it shows, and pages as those read it who do not see it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { previewScript } from '../../scripts/build.mjs';
import { faultsOf } from '../support/axe.js';
import { makeFolder, runCli } from '../support/cli.js';
import { oddPost } from '../support/oddPost.js';
import { openPages } from './harness/pages.js';
import { PreviewTab } from './harness/previewTab.js';

const examples = path.resolve(import.meta.dirname, '../../examples');

it('scrolls what is wider than the page by keyboard, and stops at nothing else', async () => {
  const preview = await PreviewTab.open({ script: await previewScript() });
  await preview.write(oddPost);
  const { page } = preview.tab;
  const wide = page.locator('main [tabindex="0"]');
  await expect
    .poll(() => wide.evaluateAll((parts) => parts.map((part) => part.localName)))
    .toEqual(['div', 'table', 'pre']);
  for (const part of await wide.all()) {
    await part.focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() =>
        part.evaluate((element) => {
          const scrollers = [element, ...element.querySelectorAll('.katex-base')];
          return scrollers.some(({ scrollLeft }) => scrollLeft > 0);
        }),
      )
      .toBe(true);
  }
  expect(await wide.first().getAttribute('aria-label')).toBe(
    'Wide formula: the arrow keys scroll it',
  );
  await preview.write('$$x$$\n\n| a |\n| --- |\n| b |\n\n```\nx\n```\n');
  await expect.poll(() => page.locator('main pre').count()).toBe(1);
  await expect.poll(() => wide.count()).toBe(0);
  await preview.close();
});

it('leads the keyboard of a page to the references inside its formulas', async () => {
  const filler = 'words\n\n'.repeat(100);
  const post = `$y\\overset{\\eqref{a}}{=}z$\n\n${filler}\\begin{equation}x\\label{a}\\end{equation}\n\n${filler}`;
  const { output } = await runCli(await makeFolder({}), ['render', '-'], { input: post });
  const { page } = await openPages([output]);
  const focused = page.locator(':focus');
  const size = async (): Promise<number> =>
    (await page.locator('.eq-key').boundingBox())?.width ?? 0;
  expect(await size()).toBe(1);
  await page.keyboard.press('Tab');
  expect(await focused.getAttribute('class')).toBe('eq-key');
  expect(await size()).toBeGreaterThan(10);
  await page.keyboard.press('Enter');
  const number = page.locator('.eq-number');
  await expect
    .poll(() => number.evaluate((element) => element.getBoundingClientRect().top))
    .toBeLessThan(100);
  await page.context().close();
});

it('says in which language a block is, where its script tells', async () => {
  const preview = await PreviewTab.open({ script: await previewScript() });
  await preview.write('正文$\\text{some English words}$\n\nEnglish with 名字\n\nひらがなの文\n');
  const languages = preview.tab.page
    .locator('.block')
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('lang')));
  expect(await languages).toEqual(['zh', null, 'ja']);
  await preview.close();
});

it('writes pages that meet the rules, in light and in dark', async () => {
  const names = ['measures-of-sparsity.md', 'overconfident-cross-entropy.md'];
  const posts = await Promise.all(names.map((name) => readFile(path.join(examples, name), 'utf8')));
  const folder = await makeFolder({});
  const faults: string[] = [];
  for (const [at, text] of [...posts, oddPost].entries()) {
    const { output } = await runCli(folder, ['render', '-'], { input: text });
    const { page } = await openPages([output]);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await faultsOf(page);
      faults.push(...found.map((fault) => `${names[at] ?? 'odd.md'}, ${colorScheme}: ${fault}`));
    }
    expect(await page.locator('html').getAttribute('lang')).toBe(at === 0 ? 'zh' : 'en');
    await page.context().close();
  }
  // Browsers give the focus to what scrolls; without a script a page cannot know what does.
  expect(faults.filter((fault) => !fault.includes('scrollable-region'))).toEqual([]);
});
