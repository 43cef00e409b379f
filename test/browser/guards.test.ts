// Each guard of the preview by itself: what one lets through another holds, and where none is, it is seen.
import type { Plugin } from 'esbuild';
import { expect, it, vi } from 'vitest';
import { previewScript } from '../../scripts/build.mjs';
import { hostilePosts } from '../support/hostile/posts.js';
import { PreviewTab } from './harness/previewTab.js';
import { watchEach, type Complaints } from './harness/watch.js';

// The server lets all HTML of a post through.
vi.mock('../../src/render/sanitizeHtml.js', async (original) => ({
  ...(await original<object>()),
  sanitizeHtml: (html: string) => html,
}));

const raw = hostilePosts().filter(({ name }) => / in alone/.test(name));
const script = raw.filter(({ name }) => /^(?:scripts|handlers|links|embedded)/.test(name));
const loads = raw.filter(({ name }) => name.startsWith('loads'));

/** HTML as it came, scripts included. */
const noSanitizer = inItsPlace(`
  export const createSanitizer = () => (html) => document.createRange().createContextualFragment(html);
`);

/** One mistake in the configuration of a good one. */
const carelessSanitizer = inItsPlace(`
  import DOMPurify from 'dompurify';
  const config = {
    ADD_TAGS: ['iframe'],
    ADD_ATTR: ['onerror'],
    RETURN_DOM_FRAGMENT: true,
  };
  export const createSanitizer = (window) => (html) => DOMPurify(window).sanitize(html, config);
`);

function inItsPlace(contents: string): Plugin {
  return {
    name: 'planted',
    setup(builder) {
      builder.onLoad({ filter: /preview[/\\]sanitize\.ts$/ }, ({ path }) => ({
        contents,
        resolveDir: path.replace(/[^/\\]*$/, ''),
      }));
    },
  };
}

async function watch(
  posts: typeof raw,
  plugins: readonly Plugin[],
  policy: boolean,
): Promise<Complaints> {
  const preview = await PreviewTab.open({ script: await previewScript(plugins), policy });
  const complaints = await watchEach(preview.tab, posts, (text) => preview.write(text));
  await preview.close();
  return complaints;
}

/** The policy speaks of inert documents too, in which a sanitizer reads what it will not let through. */
function withoutViolations(complaints: Complaints): Complaints {
  return complaints.filter((complaint) => !/^(?:violations|errors): /.test(complaint));
}

it('the sanitizer of the preview holds alone', async () => {
  expect(withoutViolations(await watch(raw, [], false))).toEqual([]);
});

it('the policy holds alone: nothing runs and nothing leaves', async () => {
  const complaints = await watch([...script, ...loads], [noSanitizer], true);
  expect(complaints.filter((complaint) => /: (?:ran|asked for)/.test(complaint))).toEqual([]);
  expect(complaints.join('\n')).toContain('violations: script-src');
});

it('a careless sanitizer is seen', async () => {
  const complaints = (await watch(script, [carelessSanitizer], false)).join('\n');
  expect(complaints).toMatch(/handlers 0 in alone.*: img with onerror/);
  expect(complaints).toMatch(/handlers 0 in alone.*: ran/);
  expect(complaints).toMatch(/embedded 0 in alone.*: an element iframe/);
  expect(complaints).toMatch(/embedded 0 in alone.*: asked for https/);
});

it('no guard at all is seen', async () => {
  const complaints = (await watch([...script, ...loads], [noSanitizer], false)).join('\n');
  expect(complaints).toMatch(/scripts 0 in alone.*: ran/);
  expect(complaints).toMatch(/handlers 21 in alone.*: ran/);
  expect(complaints).toMatch(/links 0 in alone.*: a href="javascript:/);
  expect(complaints).toMatch(/loads 5 in alone.*: asked for https/);
});
