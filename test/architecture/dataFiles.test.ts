// The schema of postulate.json and the defaults of the manifest agree with the code.
import { expect, it } from 'vitest';
import { rules } from '../../src/checks/rules.js';
import { defaultMaxPostSize } from '../../src/core/post/size.js';
import { ruleSeverities } from '../../src/core/site/config.js';
import { parseConfig } from '../../src/core/site/parseConfig.js';
import { markdownEngines, mathEngines, tagModes } from '../../src/core/site/site.js';
import { readJson } from './sources.js';

interface Schema {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly properties?: Readonly<Record<string, unknown>>;
        readonly additionalProperties?: unknown;
      }
    >
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
  expect(properties['rules']?.additionalProperties, 'a code that no rule has').toBe(false);
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
