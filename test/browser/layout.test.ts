// Posts in a real browser, at every width and on paper: numbers beside their formulas, and nothing out of reach.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';
import { pageStyles } from '../../src/protocol/pageStyles.js';
import { typesetMessages } from '../../src/protocol/typesetting.js';
import { renderPage } from '../../src/render/page.js';

const sum = Array.from({ length: 20 }, (_, at) => `a_{${at}} x^{${at}}`).join(' + ');
const fraction = String.raw`\left(\frac{${sum}}{b}\right)`;

const posts: Readonly<Record<string, string>> = {
  'a wide equation': `\\begin{equation}\nf(x) = ${sum}\n\\end{equation}\n`,
  'an align with numbers': `\\begin{align}a&=b\\\\\nf(x) &= ${sum}\\\\\nc&=d\\notag\\end{align}\n`,
  'a long tag':
    String.raw`$$E = mc^2 + \frac{p^2}{2m} \tag{as it is shown in the appendix}$$` + '\n',
  'a wide display with a long tag': `$$f(x) = ${sum} \\tag{as it is shown in the appendix}$$\n`,
  'displays in a list and a quote': `- item\n  $$f(x) = ${sum}\\tag{1}$$\n\n> quote\n> \\begin{equation}${sum}\\end{equation}\n`,
  'inline formulas': `text $f(x) = ${sum}$ text $${fraction}$ 文字\n\n- item $${fraction}$\n`,
  'a table': `| a | b |\n|---|---|\n| $${fraction}$ | ${'words '.repeat(20)} |\n`,
  'code and long words': `\`\`\`\n${'code '.repeat(60)}\n\`\`\`\n\n${'x'.repeat(300)} \`${'y'.repeat(300)}\`\n`,
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
});

async function show(text: string, value = ''): Promise<void> {
  const media = path.resolve(import.meta.dirname, '../../media');
  const html = renderPage({
    snapshot: openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite }),
    faults: () => [],
    messages: typesetMessages,
    results: () =>
      value === ''
        ? []
        : [{ anchor: 'formula', index: 0, text: value, state: 'value', detail: '' }],
    title: 'post',
    styles: await pageStyles({
      text: (file) => readFile(path.join(media, file), 'utf8'),
      base64: (file) => readFile(path.join(media, file), 'base64'),
    }),
    remoteImages: false,
  });
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
}

/** What overlaps, or cannot be scrolled to. */
function faults(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const tag of document.querySelectorAll('.display .katex-tag')) {
      const base = tag.parentElement?.querySelector('.katex-base');
      const gap = tag.getBoundingClientRect().left - (base?.getBoundingClientRect().right ?? 0);
      if (gap < -0.5) found.push(`a number lies ${-gap} px over its formula`);
    }
    for (const block of document.querySelectorAll('.block')) {
      const beyond = block.scrollWidth - block.clientWidth;
      // KaTeX lets what ends in a table stand out by 2 px.
      if (beyond > 2) found.push(`${beyond} px of a block cannot be reached`);
    }
    return found;
  });
}

describe.each(Object.entries(posts))('%s', (_, text) => {
  it('is readable in a pane of any width', async () => {
    await page.emulateMedia({ media: 'screen' });
    await show(text);
    for (let width = 200; width <= 1200; width += 50) {
      await page.setViewportSize({ width, height: 800 });
      expect(await faults(), `${width} px`).toEqual([]);
    }
  });

  it('is whole on paper', async () => {
    await page.emulateMedia({ media: 'print' });
    await show(text);
    // Between the margins of A5 and A3.
    for (const width of [460, 680, 1000]) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await faults(), `${width} px`).toEqual([]);
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('main :not(.katex *), main .katex-base')]
          .filter((element) => element.scrollWidth > element.clientWidth + 2)
          .filter((element) => getComputedStyle(element).overflowX !== 'visible')
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(boxes, `${width} px`).toEqual([]);
    }
  });
});

it('keeps the value of a display below it, clear of its number', async () => {
  await page.emulateMedia({ media: 'screen' });
  const isBelow = (): Promise<boolean> =>
    page.evaluate(() => {
      const value = document.querySelector('.display > .eval-value')?.getBoundingClientRect();
      const formula = document.querySelector('.display > .formula')?.getBoundingClientRect();
      return value !== undefined && formula !== undefined && value.top >= formula.bottom;
    });
  for (const [width, value] of [
    [600, '= 25'],
    [400, `= [${'0.125, '.repeat(5)}1]`],
  ] as const) {
    await show('$$x^2 + y^2 \\tag{1}$$\n', value);
    await page.setViewportSize({ width, height: 800 });
    expect(await isBelow(), value).toBe(true);
    expect(await faults(), value).toEqual([]);
  }
});
