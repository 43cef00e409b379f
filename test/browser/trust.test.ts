// Posts that mean harm, in the preview, in rendered pages and in VS Code's own preview: nothing comes of them.
import createMarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { previewScript } from '../../scripts/build.mjs';
import { assumedSite } from '../../src/core/site/site.js';
import { decorateMarkdownIt } from '../../src/render/decorateMarkdownIt.js';
import { useKatexRules } from '../../src/render/katexRules.js';
import { makeFolder, runCli } from '../support/cli.js';
import { hostilePosts } from '../support/hostile/posts.js';
import { openPages, withoutPolicy } from './harness/pages.js';
import { PreviewTab } from './harness/previewTab.js';
import { watchEach, watchTogether } from './harness/watch.js';

const posts = hostilePosts();

it('has many of them', () => {
  expect(posts.length).toBeGreaterThan(900);
  expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length);
});

it('runs, loads and changes nothing of them in the preview', async () => {
  const preview = await PreviewTab.open({ script: await previewScript() });
  expect(await watchEach(preview.tab, posts, (text) => preview.write(text))).toEqual([]);
  await preview.close();
});

it('writes pages that hold nothing of them, even without their policy', async () => {
  const folder = await makeFolder({});
  const pages: string[] = [];
  for (const { text } of posts) {
    const { output } = await runCli(folder, ['render', '-'], { input: text });
    pages.push(output);
  }
  expect(await watchPages(pages)).toEqual([]);
  expect(await watchPages(pages.map(withoutPolicy))).toEqual([]);
});

it('adds nothing of them to the preview of VS Code', async () => {
  const md = createMarkdownIt();
  // What VS Code shows without us is its own: HTML, pictures, links.
  md.disable(['image', 'link', 'autolink']);
  useKatexRules(md);
  decorateMarkdownIt(md, { settingOf: () => ({ site: assumedSite, definitions: [] }) });
  const pages = posts.map(
    ({ text }) => `<!DOCTYPE html><main class="postulate">${md.render(text)}</main>`,
  );
  expect(await watchPages(pages)).toEqual([]);
});

/** As many in one page as a browser shows at once without trouble. */
const together = 60;

async function watchPages(pages: readonly string[]): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (let from = 0; from < posts.length; from += together) {
    const tab = await openPages(pages.slice(from, from + together));
    complaints.push(...(await watchTogether(tab, posts.slice(from, from + together))));
    await tab.page.context().close();
  }
  return complaints;
}
