// Posts that mean harm, in the preview: nothing comes of them.
import { expect, it } from 'vitest';
import { previewScript } from '../../scripts/build.mjs';
import { hostilePosts } from '../support/hostile/posts.js';
import { PreviewTab } from './harness/previewTab.js';
import { watchEach } from './harness/watch.js';

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
