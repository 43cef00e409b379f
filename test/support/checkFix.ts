// Runs one rule over a post and mends what it finds: the fix leads to the text that is expected.
import { expect } from 'vitest';
import { checkPost } from '../../src/checks/check.js';
import { noSurroundings } from '../../src/checks/rule.js';
import { BlogIndex } from '../../src/core/blog/blogIndex.js';
import { openSnapshot } from '../../src/core/post/snapshot.js';
import type { DetectedSite } from '../../src/core/site/detect/detectedSite.js';
import { assumedSite, type Site } from '../../src/core/site/site.js';

interface Choices {
  readonly site?: Partial<Site>;
  readonly detected?: DetectedSite;
}

/** The rule finds one thing, which its fix mends: then it finds nothing. */
export function checkFix(
  rule: string,
  text: string,
  expected: string,
  { site = {}, detected }: Choices = {},
): void {
  const findings = (post: string): ReturnType<typeof checkPost> =>
    checkPost({
      post: openSnapshot({
        path: 'post.md',
        version: 0,
        text: post,
        site: { ...assumedSite, ...site },
      }),
      blog: new BlogIndex(),
      around: noSurroundings,
      results: [],
      assumed: { markdown: false, math: false, tags: false },
      ...(detected && { detected }),
    }).filter((finding) => finding.rule === rule);
  const [finding, ...more] = findings(text);
  expect(more).toEqual([]);
  const fix = finding?.fix;
  const mended = fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
  expect(mended).toBe(expected);
  expect(findings(expected)).toEqual([]);
}
