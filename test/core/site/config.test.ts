// `postulate.json`: what is read of it, with its places, and what is wrong with it.
import { describe, expect, it } from 'vitest';
import { emptyConfig } from '../../../src/core/site/config.js';
import { parseConfig } from '../../../src/core/site/parseConfig.js';
import { siteOf } from '../../../src/core/site/siteOf.js';

const matches = (globs: readonly string[], path: string): boolean => globs.includes(path);

describe('the site of a post', () => {
  const { config, problems } = parseConfig(`{
  "site": { "math": "mathjax3",
            "tags": "none" },
  "overrides": [
    { "files": "a.md", "site": { "tags": "ams" } },
    { "files": ["a.md", "b.md"], "site": { "markdown": "kramdown" } }
  ]
}`);

  it('is that of the file, with the places it was read at', () => {
    expect(problems).toEqual([]);
    expect(siteOf(config, 'postulate.json', 'c.md', matches)).toEqual({
      site: { markdown: 'raw', math: 'mathjax3', tags: 'none' },
      from: {
        markdown: null,
        math: { file: 'postulate.json', line: 1 },
        tags: { file: 'postulate.json', line: 2 },
      },
    });
  });

  it('is that of its overrides, the last one first', () => {
    expect(siteOf(config, 'postulate.json', 'a.md', matches)).toMatchObject({
      site: { markdown: 'kramdown', math: 'mathjax3', tags: 'ams' },
      from: { markdown: { line: 5 }, tags: { line: 4 } },
    });
  });

  it('is assumed where nothing is stated', () => {
    expect(siteOf(emptyConfig, '', 'a.md', matches)).toEqual({
      site: { markdown: 'raw', math: 'mathjax4', tags: 'ams' },
      from: { markdown: null, math: null, tags: null },
    });
  });
});

describe('problems', () => {
  it.each([
    ['{', [{ code: 'config.not-json' }]],
    ['', [{ code: 'config.not-json' }]],
    ['[]', [{ code: 'config.wrong-type', key: '', expected: 'object' }]],
    ['{"sites": {}}', [{ code: 'config.unknown-key', key: 'sites', line: 0 }]],
    ['{"site":\n3}', [{ code: 'config.wrong-type', key: 'site', expected: 'object', line: 1 }]],
    [
      '{"site": {"math": 4, "tags": "ams "}}',
      [
        { code: 'config.unknown-value', key: 'site.math', value: '4' },
        { code: 'config.unknown-value', key: 'site.tags', value: 'ams ' },
      ],
    ],
    [
      '{"overrides": [{"files": [3], "sites": {}}]}',
      [
        { code: 'config.wrong-type', key: 'overrides[0].files', expected: 'globs' },
        { code: 'config.unknown-key', key: 'overrides[0].sites' },
      ],
    ],
    [
      '{"overrides": [{"files": ["posts/**", "*a*a*a*a*a*b"], "site": {}}]}',
      [{ code: 'config.wild-glob', glob: '*a*a*a*a*a*b' }],
    ],
    ['{"macros": {"\\\\R": 3}}', [{ code: 'config.wrong-type', key: 'macros.\\R' }]],
    [
      '{"macroFiles": ["a.tex",\n3]}',
      [{ code: 'config.wrong-type', key: 'macroFiles', expected: 'paths' }],
    ],
    ['{"rules": {"label.unused": "loud"}}', [{ key: 'rules.label.unused', value: 'loud' }]],
  ])('of %j', (text, problems) => {
    expect(parseConfig(text).problems).toMatchObject(problems);
  });

  it('do not keep the rest from being read', () => {
    const { config, problems } = parseConfig(
      '{"$schema": "x", "macros": {"\\\\R": "\\\\mathbb R", "S": 1}, "rules": {"label.unused": "off"}}',
    );
    expect(problems).toHaveLength(1);
    expect(config).toMatchObject({ macros: { R: '\\mathbb R' }, rules: { 'label.unused': 'off' } });
  });

  it('do not keep the other files of macros from being read', () => {
    const { config } = parseConfig('{"macroFiles": ["a.tex",\n3, "b.sty"]}');
    expect(config.macroFiles).toEqual([
      { path: 'a.tex', line: 0 },
      { path: 'b.sty', line: 1 },
    ]);
    expect(parseConfig('{"macroFiles": "a.tex"}').config.macroFiles).toHaveLength(1);
  });

  it.each(['{"site": {"tags": "ams"', 'null', '"x"', '{"a": {"a": {"a": []}}}', '\uFEFF{}'])(
    'of %j never throw',
    (text) => {
      expect(parseConfig(text).config).toMatchObject({ site: {} });
    },
  );
});
