// Posts that mean harm, in rendered pages and in VS Code's own preview: nothing comes of them.
import createMarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { assumedSite } from '../../src/core/site/site.js';
import { decorateMarkdownIt } from '../../src/render/decorateMarkdownIt.js';
import { useKatexRules } from '../../src/render/katexRules.js';
import { makeFolder, runCli } from '../support/cli.js';
import { hostilePosts } from '../support/hostile/posts.js';
import { openPages, withoutPolicy } from './harness/pages.js';
import { watchTogether } from './harness/watch.js';

const posts = hostilePosts();

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
