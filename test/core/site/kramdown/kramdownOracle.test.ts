// In a kramdown site the formulas are those that MathJax finds in the pages that kramdown made.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foundInPage, mayBeRefused, withSingleLineEnds } from '../../../support/foundMath.js';
import { scannedThings, scanPost } from '../../../support/markdownLaw.js';

interface Page {
  readonly post: string;
  readonly page: string;
}

const pages = JSON.parse(
  readFileSync(new URL('pages.json', import.meta.url), 'utf8'),
) as readonly Page[];

describe('a kramdown site', () => {
  const compared = pages
    .map((page) => ({ ...page, expected: foundInPage(page.page) }))
    .filter(({ expected }) => !expected.some(mayBeRefused));

  it('has pages to compare', () => {
    expect(compared.length).toBeGreaterThan(500);
  });

  it.each(compared)(
    'shows the formulas that MathJax finds in the page of $post',
    ({ post, expected }) => {
      const found = scannedThings(scanPost(post, 'kramdown').blocks);
      expect(found.map(trimmed)).toEqual(expected.map(trimmed));
    },
  );
});

/** kramdown trims its own formulas. */
function trimmed(found: string): string {
  return withSingleLineEnds(found)
    .replace(/^(inline|display) \s*/, '$1 ')
    .trimEnd();
}
