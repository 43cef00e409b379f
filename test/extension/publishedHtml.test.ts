// The page from which formatted text is copied: nothing of a post ends its script or becomes another one.
import { expect, it } from 'vitest';
import { publishedHtml, type PublishedPageParts } from '../../src/extension/publishedHtml.js';

const parts: PublishedPageParts = {
  html: '<p>Text</p>',
  text: '</script><script>alert(1)</script>\u2028',
  title: 'Copy "it" <b>',
  copied: 'Copied.',
  failed: 'Not copied.',
  language: 'en',
  remoteImages: false,
  nonce: 'abc',
};

it('keeps text in its string, and its script alone', () => {
  const page = publishedHtml(parts);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<\/script/g)).toHaveLength(1);
  expect(page).toContain("script-src 'nonce-abc'");
  expect(page).toContain('<title>Copy &quot;it&quot; &lt;b></title>');
});

it('loads pictures of the network only where the reader asked for them', () => {
  expect(publishedHtml(parts)).toContain('img-src data:;');
  expect(publishedHtml({ ...parts, remoteImages: true })).toContain('img-src data: https:;');
});
