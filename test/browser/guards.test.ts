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
  const policy = trustedTypes.createPolicy('dompurify', { createHTML: (html) => html });
  export const createSanitizer = () => (html) =>
    document.createRange().createContextualFragment(policy.createHTML(html));
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
        // Plots, which posts do not write themselves, are left out.
        contents: `${contents}\nexport const sanitizeSvg = () => '';`,
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

it('no text becomes elements or a program but by the sanitizer', async () => {
  const preview = await PreviewTab.open({ script: await previewScript() });
  await preview.write('<b>x</b>\n');
  expect(await preview.tab.page.evaluate(tryTexts)).toEqual([]);
  expect(preview.tab.happenings.ran).toEqual([]);
  await preview.close();
});

/** Names what the page lets a script of its own do with text. */
function tryTexts(): readonly string[] {
  const html = '<img src=x onerror=ran(0)>';
  const { trustedTypes } = window as unknown as {
    readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown };
  };
  const tries: Readonly<Record<string, () => unknown>> = {
    innerHTML: () => (document.body.innerHTML = html),
    insertAdjacentHTML: () => {
      document.body.insertAdjacentHTML('beforeend', html);
    },
    DOMParser: () => new DOMParser().parseFromString(html, 'text/html'),
    fragment: () => document.createRange().createContextualFragment(html),
    srcdoc: () => {
      document.createElement('iframe').srcdoc = html;
    },
    'text of a script': () => (document.createElement('script').text = 'ran(0)'),
    'address of a script': () => (document.createElement('script').src = 'data:,ran(0)'),
    timer: () => {
      Reflect.apply(setTimeout, window, ['ran(0)']);
    },
    'another policy': () => trustedTypes.createPolicy('other', {}),
    'a second one of that name': () => trustedTypes.createPolicy('dompurify', {}),
  };
  return Object.keys(tries).filter((name) => {
    try {
      tries[name]?.();
      return true;
    } catch {
      return false;
    }
  });
}

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
