// Every rule of numbering shows on some page of the other tests: switched off, one of them turns red.
import { describe, expect, it } from 'vitest';
import type { Environment, EnvironmentTable } from '../../../src/core/numbering/environments.js';
import { profileOf, type Profile } from '../../../src/core/numbering/profiles.js';
import type { MathEngine, TagMode } from '../../../src/core/site/site.js';
import type { PageFormula } from '../../support/mathjax.js';
import { numberWith } from '../../support/numberingOracle.js';
import { amsmathTable } from './amsmathTable.js';
import { environmentPages } from './environmentPages.js';
import { katexPages } from './katexPages.js';
import { mathjaxPages, readPageFormula } from './pages.js';

type Pages = readonly (readonly string[])[];

/** The pages that the tests of each engine compare with what the engine does. */
const pagesOf: { readonly [engine in MathEngine]: Pages } = {
  mathjax4: Object.values(mathjaxPages),
  mathjax3: Object.values(mathjaxPages),
  mathjax2: [],
  amsmath: amsmathTable.map(({ page }) => page),
  katex: Object.values(katexPages),
};

function resultOf(pages: Pages, profile: Profile): string {
  const formulas = pages.map((page): PageFormula[] => page.map(readPageFormula));
  return JSON.stringify(
    formulas.map((page) => {
      const { numbered, labels } = numberWith(profile, page);
      return [numbered, [...labels]];
    }),
  );
}

function expectDifference(pages: Pages, rules: Profile, others: Profile): void {
  expect(resultOf(pages, others)).not.toBe(resultOf(pages, rules));
}

/** The other values of each choice. */
const choices: { readonly [Field in keyof Profile]?: readonly Profile[Field][] } = {
  severalLabels: ['error', 'last'],
  duplicateLabels: ['error', 'last'],
  structures: ['once', 'start', 'display'],
};

function otherProfiles(profile: Profile): readonly [string, Profile][] {
  return Object.entries(profile).flatMap(([field, value]: [string, unknown]) => {
    const others: readonly unknown[] =
      typeof value === 'boolean' ? [!value] : (choices[field as keyof Profile] ?? []);
    return others
      .filter((other) => other !== value)
      .map((other): [string, Profile] => [
        `${field}: ${String(other)}`,
        { ...profile, [field]: other },
      ]);
  });
}

/** Rules that say nothing of an engine, because of another of its rules. */
const silent: { readonly [engine in MathEngine]?: readonly string[] } = {
  // It has one structure in a formula.
  mathjax3: ['structuresInUserEnvironments: true', 'numbersRowOfStructure: false'],
  // It knows all labels before it begins; and before its environments there is no formula.
  amsmath: ['readsTwice: true', 'secondReadingSkipsLabels: true', 'labelsEnterEnvironments: false'],
};

const ruled: readonly (readonly [MathEngine, TagMode])[] = [
  ['mathjax4', 'ams'],
  ['mathjax4', 'all'],
  ['mathjax3', 'ams'],
  ['amsmath', 'ams'],
];

describe.each(ruled)('the rules of %s, tags %s', (engine, tags) => {
  const profile = profileOf(engine, tags);
  const others = otherProfiles(profile).filter(([name]) => !silent[engine]?.includes(name));

  it.each(others)('%s', (_name, other) => {
    expectDifference(pagesOf[engine], profile, other);
  });
});

describe('the rules of katex', () => {
  const profile = profileOf('katex', 'ams');
  const rules = ['knowsLabels', 'emptyLastRowCounts', 'crRowCounts', 'notagDropsTag', 'tagsInline'];
  const others = otherProfiles(profile).filter(([name]) =>
    rules.includes(name.split(':')[0] ?? ''),
  );
  const pages = [...pagesOf.katex, ['$a\\tag{1}$']];

  it.each([...others, ...otherProfiles(profile).filter(([name]) => name === 'structures: start')])(
    '%s',
    (_name, other) => {
      expectDifference(pages, profile, other);
    },
  );
});

function withTable(profile: Profile, environments: EnvironmentTable): Profile {
  return { ...profile, environments };
}

/** What an environment would be without each of its rules. */
function lesser(environment: Environment, profile: Profile): readonly [string, Environment][] {
  const { shape, opensTags } = environment;
  const numbers = shape === 'rows' || shape === 'single';
  const rules: (keyof Environment)[] = ['divides', 'leavesTagsOpen'];
  if (profile.structures === 'start') rules.push('holdsStructures');
  if (opensTags) rules.push('opensTags');
  if (numbers) rules.push('automatic', 'taggable', 'structure', 'divided');
  const switched = rules
    .filter((rule) => environment[rule] === true)
    .map((rule): [string, Environment] => [rule, { ...environment, [rule]: false }]);
  if (environment.automatic && environment.args !== '')
    switched.push(['args', { ...environment, args: '' }]);
  if (environment.display !== null) switched.push(['display', { ...environment, display: null }]);
  return switched;
}

/** Rules that only show together with another. */
const together: ReadonlySet<string> = new Set([
  // A multlined or its like is divided only by where it ends.
  'multlined divided',
  'multline divided',
  'multline* divided',
]);

describe.each(['mathjax4', 'mathjax3'] as const)('the environments of %s', (engine) => {
  const profile = profileOf(engine, 'ams');
  const all = profileOf(engine, 'all');
  const { environments } = profile;

  it.each([...environments])('%s', (name, environment) => {
    const pages = environmentPages(name, environment.args);
    const without = new Map(environments);
    without.delete(name);
    expectDifference(pages, profile, withTable(profile, without));
    for (const [rule, other] of lesser(environment, profile)) {
      if (together.has(`${name} ${rule}`)) continue;
      const table = new Map(environments).set(name, other);
      const results = [profile, all].map(
        (rules) => resultOf(pages, rules) === resultOf(pages, withTable(rules, table)),
      );
      expect(results, rule).toContain(false);
    }
  });
});
