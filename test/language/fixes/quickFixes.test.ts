// What quick fixes offer, and what they make of a post; the law on them is `fixLaw.test.ts`.
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/checks/messages.js';
import { applyChanges } from '../../../src/language/applyChanges.js';
import type { Site } from '../../../src/core/site/site.js';
import { rewrites } from '../../../src/language/fixes/rewrites.js';
import { cursorPost, readFixture } from '../../support/blogFixture.js';
import { findingsIn, fixesOf } from '../../support/triedFixes.js';
import { fixFixtures, type FixFixture } from './fixtures.js';

function checkFixes({ posts: fixture, titles, after, site }: FixFixture): void {
  const { posts } = readFixture(fixture, site);
  const [path = '', post] = [...posts][0] ?? [];
  const findings = findingsIn(posts, {}).get(path) ?? [];
  const fixes = post ? findings.flatMap((finding) => fixesOf(posts, post, finding)) : [];
  expect(fixes.map(({ title }) => textOf(title))).toEqual(titles);
  const changed = (fixes.at(-1)?.posts ?? []).map(({ post: { path: at, lines }, changes }) => {
    const { text } = applyChanges(lines.join(''), changes);
    return fixture.startsWith('%%') ? `%% file: ${at}\n${text}` : text;
  });
  expect(changed.join('')).toBe(after);
}

describe('quick fixes mend', () => {
  it.each(Object.entries(fixFixtures))('%s', (_, fixture) => {
    checkFixes(fixture);
  });
});

/** At the cursor, `[title, text after it]` each. */
function checkRewritesOn(
  site: Partial<Site>,
  fixture: string,
  ...expected: readonly (readonly [string, string])[]
): void {
  const read = readFixture(fixture, site);
  const post = cursorPost(read);
  const offset = read.cursor?.offset ?? 0;
  const found = rewrites({ post, blog: read.blog }, { start: offset, end: offset });
  const told = found.map(({ title, posts: [own] }) => [
    textOf(title),
    applyChanges(post.lines.join(''), own?.changes ?? []).text,
  ]);
  expect(told).toEqual(expected);
}

const checkRewrites = checkRewritesOn.bind(null, {});

describe('though nothing is wrong', () => {
  it('a number written by hand becomes a reference, and its equation gets a label', () => {
    checkRewrites(
      '# Losses\n\n\\begin{equation}\na\n\\end{equation}\n\nSee Eq. (1).\n        |\n',
      [
        'Replace (1) by \\eqref{eq:losses}, and give the equation this label',
        '# Losses\n\n\\begin{equation}\na\\label{eq:losses}\n\\end{equation}\n\nSee Eq. \\eqref{eq:losses}.\n',
      ],
    );
  });

  it('a number stays as it is where two equations have it', () => {
    checkRewrites(
      '\\begin{equation}a\\end{equation}\n\n$$b \\tag{1}$$\n\nSee Eq. (1).\n        |\n',
    );
  });

  it('a number stays as it is where a dollar sign left over would pair with its reference', () => {
    const habit = '\\begin{equation}b \\label{b}\\end{equation}\n\n式$\\eqref{b}$\n\n';
    const fixture = `${habit}$$a$$\n\n\${{x}_1}^2$ 由式(2)得 _y_\n              |\n`;
    checkRewritesOn({ markdown: 'kramdown', tags: 'all' }, fixture);
    checkRewritesOn({ markdown: 'markdown-it', tags: 'all' }, fixture, [
      'Replace (2) by $\\eqref{post}$, and give the equation this label',
      `${habit}$$a\\label{post}$$\n\n\${{x}_1}^2$ 由式$\\eqref{post}$得 _y_\n`,
    ]);
  });

  it('a number of a paper stays as it is', () => {
    checkRewrites('\\begin{equation}a\\end{equation}\n\n论文中的式(1)。\n      |\n');
  });

  it('a cited title becomes a link', () => {
    const others = '%% file: b/x.md\n# 度量之争\n';
    checkRewrites(`%% file: a.md\n见《度量之争》。\n    |\n${others}`, [
      'Link 《度量之争》 to b/x.md',
      '见[《度量之争》](b/x.md)。\n',
    ]);
    checkRewrites(`%% file: a.md\n见[《度量之争》](b/x.md)。\n    |\n${others}`);
  });

  it('a link goes to the address of the post, where links of the post do', () => {
    const address = '---\ntitle: 度量之争\npermalink: /archives/7\n---\n';
    checkRewrites(
      `%% file: a.md\n[x](/archives/7)《度量之争》\n                  |\n%% file: b.md\n${address}`,
      ['Link 《度量之争》 to b.md', '[x](/archives/7)[《度量之争》](/archives/7)\n'],
    );
  });
});
