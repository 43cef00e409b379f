// The schema of postulate.json and the grammar agree with the code.
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/rules.js';
import { defaultMaxPostSize } from '../../src/core/post/size.js';
import { parseConfig, ruleSeverities } from '../../src/core/site/config.js';
import { markdownEngines, mathEngines, tagModes } from '../../src/core/site/site.js';
import { readJson } from './sources.js';

interface Schema {
  readonly properties: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>
  >;
  readonly definitions: {
    readonly site: { readonly properties: Readonly<Record<string, { enum: readonly string[] }>> };
    readonly severity: { readonly enum: readonly string[] };
  };
}

it('the schema knows what the code knows', async () => {
  const { properties, definitions } = await readJson<Schema>('schemas/postulate.schema.json');
  const { markdown, math, tags } = definitions.site.properties;
  expect([markdown?.enum, math?.enum, tags?.enum]).toEqual([
    markdownEngines,
    mathEngines,
    tagModes,
  ]);
  expect(definitions.severity.enum).toEqual(ruleSeverities);
  expect(Object.keys(properties['rules']?.properties ?? {})).toEqual(rules.map(({ code }) => code));
  for (const key of Object.keys(properties)) {
    const { problems } = parseConfig(JSON.stringify({ [key]: {} }));
    expect(problems.filter(({ code }) => code === 'config.unknown-key')).toEqual([]);
  }
});

it('the setting of the size of posts has the default of the code', async () => {
  const { contributes } = await readJson<{
    readonly contributes: {
      readonly configuration: {
        readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
      };
    };
  }>('package.json');
  const { properties } = contributes.configuration;
  expect(properties['postulate.limits.postSize']?.default).toBe(defaultMaxPostSize);
});

interface Pattern {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
}

interface Grammar {
  readonly repository: Readonly<Record<string, Pattern>>;
}

describe('the grammar', async () => {
  const { repository } = await readJson<Grammar>('syntaxes/postulate.tmLanguage.json');

  /** What the first match of a pattern takes; `\G` is VS Code's own and means where it goes on. */
  function firstMatch(name: string, part: keyof Pattern, text: string): string | null {
    const source = repository[name]?.[part]?.replaceAll('|\\G', '') ?? '';
    return new RegExp(source, 'm').exec(text)?.[0] ?? null;
  }

  it('knows inline math, and neither prices nor variables', () => {
    const check = (text: string, expected: string | null): void => {
      expect(firstMatch('inlineMath', 'match', text), text).toBe(expected);
    };
    check('见式$\\eqref{eq:x}$与', '$\\eqref{eq:x}$');
    check('ODE$ x $', '$ x $');
    check('$a\\$b$', '$a\\$b$');
    check('$5 and $6', null);
    check('set $HOME here', null);
    check('$$x$$', null);
    check('\\$x$', null);
  });

  it('knows bare environments with text around them', () => {
    const begin = firstMatch('environment', 'begin', '于是\\begin{align*}a');
    expect(begin).toBe('\\begin{align*}');
    expect(firstMatch('environment', 'begin', '\\begin{document}')).toBe(null);
  });

  it('knows worksheets and marks', () => {
    expect(firstMatch('worksheet', 'begin', 'text\n```eval\nx = 1')).toBe('```eval');
    expect(firstMatch('worksheet', 'begin', '```evaluate\n')).toBe(null);
    expect(firstMatch('worksheetComment', 'begin', '<!-- eval: x = 1 -->')).toBe('<!-- eval:');
    expect(firstMatch('mark', 'begin', '$x$<!--= 1 -->')).toBe('<!--=');
    expect(firstMatch('mark', 'begin', '<!-- plain -->')).toBe(null);
  });
});
