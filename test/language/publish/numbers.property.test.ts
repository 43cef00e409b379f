// Any post: the numbers that MathJax shows of what was published, counting nothing itself, are those of the post.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BlogIndex } from '../../../src/core/blog/blogIndex.js';
import type { Snapshot } from '../../../src/core/post/facts.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite } from '../../../src/core/site/site.js';
import { cms } from '../../../src/language/publish/cms.js';
import { publishPost } from '../../../src/language/publish/publishPost.js';
import { typesetPage, type PageFormula } from '../../support/mathjax.js';
import { generatedPost } from '../../support/postGenerator.js';
import { propertyRuns } from '../../support/runs.js';

function open(text: string, tags: 'ams' | 'none'): Snapshot {
  return openSnapshot({ path: 'post.md', version: 1, text, site: { ...assumedSite, tags } });
}

function formulasOf(post: Snapshot): readonly PageFormula[] {
  return post.blocks.blocks.flatMap(({ formulas }) =>
    formulas.map(({ tex, delimiter }) => ({ tex: tex.text, delimiter })),
  );
}

/** What the rows of its displays show. */
function numbersOf({ facts }: Snapshot): readonly string[] {
  return facts.displays.flatMap(({ rows }) => rows.flatMap(({ shown }) => shown ?? []));
}

it('shows the numbers of the post, and has no label or reference left', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(generatedPost, async ({ text }) => {
      const post = open(text, 'ams');
      const { text: published, problems } = publishPost(post, new BlogIndex(), cms);
      const left = problems.map(({ code }) => code);
      if (['environment', 'unclosed', 'table'].some((code) => left.includes(code as never))) return;
      compared++;
      const formulas = formulasOf(open(published, 'none'));
      const page = await typesetPage(4, 'none', formulas);
      expect(
        page.formulas.flatMap(({ shown }) => shown),
        published,
      ).toEqual(numbersOf(post));
      for (const { tex } of formulas) expect(tex).not.toMatch(/\\(?:label|ref|eqref)(?![a-zA-Z])/);
    }),
    { numRuns: propertyRuns },
  );
  expect(compared).toBeGreaterThan(propertyRuns / 4);
});
