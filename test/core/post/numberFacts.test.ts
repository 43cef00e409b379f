// Whose equation a number written by hand names.
import { describe, expect, it } from 'vitest';
import type { NumberOwner } from '../../../src/core/post/facts.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite } from '../../../src/core/site/site.js';

function factsOf(text: string): ReturnType<typeof openSnapshot>['facts'] {
  return openSnapshot({ path: 'post.md', version: 0, text, site: assumedSite }).facts;
}

function ownersIn(text: string): readonly NumberOwner[] {
  return factsOf(text).numbers.map(({ of }) => of);
}

describe('the owner of a number', () => {
  const linked = { link: 'b.md' };

  it.each<[string, NumberOwner]>([
    ['由式(1)可得。', 'own'],
    ['By Eq. (1) we have it.', 'own'],
    ['[前情](b.md)见此。由式(1)可得。', 'own'],
    ['$x=\\ref{eq:a}$ and Eq. (1)', 'own'],
    ['论文中的式$(1)$。', 'unknown'],
    ['the paper’s Eq. (1)', 'unknown'],
    ['Eq. (1) in Smith’s work', 'unknown'],
    ['《某文》的式(1)', 'unknown'],
    ['见[前情](b.md)的讨论，代入式(1)得', 'unknown'],
    ['[《前情》](b.md)的式(1)', linked],
    ['《[前情](b.md)》一文中的公式$(1)$', linked],
    ['[前情](b.md)讲了很多。那篇文章的公式$(1)$', linked],
    ['see [this](b.md). In that post, Eq. (1)', linked],
    ['see Eq. (1) of [this](b.md)', linked],
    ['see Eqs. (1) and (2) of [this](b.md)', linked],
    ['[前情](b.md)的式(1)、(2)', linked],
    ['式(1)和(2)，另见[前情](b.md)', 'own'],
    ['[式(1)](b.md#eq:a)', { link: 'b.md#eq:a' }],
    ['[论文](https://example.com)的式(1)', { link: 'https://example.com' }],
    ['式(1)，另见[前情](b.md)', 'own'],
  ])('%s', (text, owner) => {
    const owners = ownersIn(`${text}\n`);
    expect(owners.length).toBeGreaterThan(0);
    expect(new Set(owners)).toEqual(new Set([owner]));
  });
});

describe('the place of a number', () => {
  it('is the same whatever the numbers are, and wherever the paragraph stands', () => {
    const place = (text: string): number | undefined => factsOf(text).numbers[0]?.place;
    expect(place('由式(1)和式(2)可得。\n')).toBe(place('前言\n\n由式(12)和式(3)可得。\n'));
    expect(place('由式(1)和式(2)可得。\n')).not.toBe(place('由式(1)或式(2)可得。\n'));
  });
});

describe('the fingerprint of an equation', () => {
  it('is that of its TeX, without names and white space', () => {
    const prints = (text: string): readonly number[] =>
      factsOf(text).displays.flatMap(({ rows }) => rows.map(({ fingerprint }) => fingerprint));
    const [plain] = prints('\\begin{equation}a+b\\end{equation}\n');
    expect(prints('$$\na + b \\tag{7}\\label{eq:x}\n$$\n')).toEqual([plain]);
    expect(prints('\\begin{equation}a-b\\end{equation}\n')).not.toEqual([plain]);
  });
});
