// What a change of one post changes in the findings of others is known by names: the index says which posts
// to check again.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkInBlog } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import type { PostFacts } from '../../src/core/post/facts.js';
import { assumedSite } from '../../src/core/site/site.js';
import { apply, changedBy, paths, step } from '../support/blogSteps.js';
import { propertyRuns } from '../support/runs.js';

const around = { ...noSurroundings, today: '2026-01-15', knowsSite: () => true };

/** All that is said of a post because of others. */
function said(blog: BlogIndex, path: string): string {
  const facts = blog.facts(path);
  if (!facts) return '';
  const context = { path, site: assumedSite, facts, blog, around };
  return JSON.stringify(checkInBlog(context, { 'title.ambiguous': 'hint' }));
}

it('every other post of which something else is said after a step', () => {
  const spoken = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), step, (steps, last) => {
      const blog = new BlogIndex();
      blog.isComplete = true;
      const posts = new Map<string, PostFacts>();
      for (const step of steps) apply(blog, posts, step);
      const before = paths.map((path) => said(blog, path));
      const affected = apply(blog, posts, last);
      paths.forEach((path, at) => {
        const after = said(blog, path);
        for (const [, rule = ''] of after.matchAll(/"rule":"([^"]+)"/g)) spoken.add(rule);
        if (changedBy(last).includes(path) || before[at] === after) return;
        expect(affected).toContain(path);
      });
    }),
    { numRuns: propertyRuns },
  );
  // The posts are such that the rules about them have something to say.
  expect([...spoken].sort()).toEqual(
    expect.arrayContaining([
      'link.missing-heading',
      'link.missing-post',
      'link.moved-permalink',
      'link.unpublished',
      'number.stale',
      'series.broken-neighbour',
      'title.stale',
    ]),
  );
});
