// Where links lead within a blog.
import fc from 'fast-check';
import createMarkdown from 'markdown-it';
import { expect, it } from 'vitest';
import { addressOfFragment, resolveLink, writeLink } from '../../../src/core/blog/links.js';
import { propertyRuns } from '../../support/runs.js';

function checkLink(from: string, target: string, expected: string | null): void {
  const link = resolveLink(from, target);
  expect(link && `${link.path}#${link.fragment}`, target).toBe(expected);
}

it('resolves against the folder of the linking post', () => {
  checkLink('series/one.md', 'two.md#eq:a', 'series/two.md#eq:a');
  checkLink('series/one.md', './two.md', 'series/two.md#');
  checkLink('series/one.md', '../three.md', 'three.md#');
  checkLink('series/one.md', '/three.md?x=1#eq:a', 'three.md#eq:a');
  checkLink('one.md', '#eq:a', 'one.md#eq:a');
});

it('finds the post behind the name of its page', () => {
  checkLink('series/one.md', 'two#eq:a', 'series/two.md#eq:a');
  checkLink('one.md', 'two.html#eq:a', 'two.md#eq:a');
  checkLink('one.md', 'v1.2.md', 'v1.2.md#');
  checkLink('one.md', 'figure.svg', 'figure.svg#');
});

it('reads percent codes, and keeps a stray percent sign', () => {
  checkLink('one.md', '%E6%89%A9%E6%95%A3.md#eq%3Aa', '扩散.md#eq:a');
  checkLink('one.md', '100%.md', '100%.md#');
});

it('leaves alone what leaves the blog', () => {
  checkLink('one.md', 'https://example.com/two.md', null);
  checkLink('one.md', '//example.com/two.md', null);
  checkLink('one.md', 'mailto:a@example.com', null);
  checkLink('one.md', '../../two.md', null);
  checkLink('one.md', '', null);
});

it('knows the anchors of every MathJax', () => {
  expect(['eq:a', 'mjx-eqn-eq:a', 'mjx-eqn:eq_b', 'eq b'].map(addressOfFragment)).toEqual([
    'eq:a',
    'eq:a',
    'eq_b',
    'eq_b',
  ]);
});

it('writes links that Markdown reads as one, and that lead where they are meant to', () => {
  const md = createMarkdown();
  const word = fc.string({
    unit: fc.constantFrom(...'ab(é<扩)> #%?&*_`[]|$\\"\'!:.'),
    minLength: 1,
  });
  const folder = word.filter((name) => !/^\.+$/.test(name));
  fc.assert(
    fc.property(fc.array(folder, { maxLength: 2 }), word, word, (folders, name, fragment) => {
      const path = [...folders, `${name}.md`].join('/');
      const target = writeLink({ path: `/${path}`, fragment });
      expect(resolveLink('any/where.md', target)).toEqual({ path, fragment });
      const [link] = md.parseInline(`[(1)](${target})`, {})[0]?.children ?? [];
      expect(decodeURIComponent(String(link?.attrGet('href')))).toBe(`/${path}#${fragment}`);
    }),
    { numRuns: propertyRuns },
  );
});
