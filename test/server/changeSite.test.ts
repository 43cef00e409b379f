// What Change Site… writes into a `postulate.json`.
import { describe, expect, it } from 'vitest';
import type { ConfigEdit, SitePartName } from '../../src/protocol/site.js';
import { changedConfig } from '../../src/server/changedConfig.js';
import { parseConfig } from '../../src/core/site/parseConfig.js';
import { siteOf } from '../../src/core/site/siteOf.js';
import { markdownEngines, mathEngines, tagModes } from '../../src/core/site/site.js';

function apply(text: string, edits: readonly ConfigEdit[]): string {
  return [...edits]
    .sort((left, right) => right.start - left.start)
    .reduce((whole, { start, end, text }) => whole.slice(0, start) + text + whole.slice(end), text);
}

function checkChanged(
  before: string,
  [part, value]: readonly [SitePartName, string | null],
  after: string | null,
  path = 'posts/a.md',
): void {
  const edits = changedConfig(before, path, part, value);
  expect(edits && apply(before, edits)).toBe(after);
}

describe('a new configuration', () => {
  it('states the part', () => {
    checkChanged('', ['math', 'katex'], '{\n  "site": {\n    "math": "katex"\n  }\n}\n');
  });

  it('states any value that a site may have', () => {
    const choices = { markdown: markdownEngines, math: mathEngines, tags: tagModes } as const;
    for (const part of ['markdown', 'math', 'tags'] as const) {
      for (const value of choices[part]) {
        const text = apply('', changedConfig('', 'a.md', part, value) ?? []);
        const { config, problems } = parseConfig(text);
        expect(problems).toEqual([]);
        expect(siteOf(config, '', 'a.md', () => false).site[part]).toBe(value);
      }
    }
  });
});

describe('a configuration that is there', () => {
  it('keeps all else as it is written', () => {
    checkChanged(
      '{\n\t"macros": {"\\\\E": "x"},\n\t"site": {"math": "katex"}\n}\n',
      ['math', 'mathjax3'],
      '{\n\t"macros": {"\\\\E": "x"},\n\t"site": {"math": "mathjax3"}\n}\n',
    );
  });

  it('states the part where the override of the post stands', () => {
    const text = (math: string): string =>
      `{"overrides": [{"files": "posts/**", "site": {"math": "${math}"}}, {"files": "x", "site": {"math": "katex"}}]}`;
    checkChanged(text('katex'), ['math', 'mathjax4'], text('mathjax4'));
  });

  it('takes a statement away', () => {
    checkChanged(
      '{\n  "site": {\n    "math": "katex"\n  }\n}\n',
      ['math', null],
      '{\n  "site": {\n  }\n}\n',
    );
  });

  it('is left alone where it is not JSON', () => {
    checkChanged('{"site": ', ['math', 'katex'], null);
    checkChanged('[]x', ['math', 'katex'], null);
  });
});
