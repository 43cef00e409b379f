// Any text, on any site: it is published for each place, and each formula that is drawn has its place.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BlogIndex } from '../../../src/core/blog/blogIndex.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite, markdownEngines } from '../../../src/core/site/site.js';
import { publishPost } from '../../../src/language/publish/publishPost.js';
import { richText } from '../../../src/language/publish/richText.js';
import { targets } from '../../../src/language/publish/targets.js';
import { generatedPost, generatedPostWithReturns } from '../../support/generatedPosts.js';
import { propertyRuns } from '../../support/runs.js';

it('publishes any text', () => {
  const texts = fc.oneof(generatedPost, generatedPostWithReturns);
  fc.assert(
    fc.property(texts, fc.constantFrom(...markdownEngines), (text, markdown) => {
      const site = { ...assumedSite, markdown };
      const post = openSnapshot({ path: 'post.md', version: 1, text, site });
      for (const target of targets) {
        const published = publishPost(post, new BlogIndex(), target);
        for (const { span } of published.problems)
          expect(span.end).toBeLessThanOrEqual(text.length);
        const { pieces, formulas } = richText(published.text);
        expect(pieces).toHaveLength(formulas.length + 1);
      }
    }),
    { numRuns: propertyRuns },
  );
});
