// The lists of rules say what the code does, the pages call commands by their names and the README says each thing
// once and names the settings, in both languages; it leads to the lists.
import { expect, it } from 'vitest';
import type { Rule } from '../../src/checks/rule.js';
import { rules } from '../../src/checks/rules.js';
import { ruleDescriptions } from '../../src/cli/formats/ruleDescriptions.js';
import { readJson, readText } from './sources.js';

type Words = Readonly<Record<Rule['severity'], string>>;

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: object } };
}

const lists: readonly (readonly [readme: string, list: string, words: Words])[] = [
  [
    'README.md',
    'docs/rules/README.md',
    { error: 'error', warning: 'warning', info: 'information', hint: 'hint', off: 'off' },
  ],
  [
    'README.zh-cn.md',
    'docs/rules/zh-cn/README.md',
    { error: '错误', warning: '警告', info: '信息', hint: '提示', off: '关闭' },
  ],
];

it.each(lists)('%s leads to the rules and how much each weighs', async (readme, list, words) => {
  expect(await readText(readme)).toContain(`](${list})`);
  const rows = (await readText(list)).matchAll(
    /^\| \[`([a-z]+\.[a-z-]+)`\]\(([^)]+)\) *\| ([^ ;；|]+)/gm,
  );
  expect([...rows].map(([, code, page, severity]) => [code, page, severity])).toEqual(
    rules.map(({ code, severity }) => [code, `${code}.md`, words[severity]]),
  );
});

it('SARIF describes the rules in the words of their list', async () => {
  const rows = (await readText('docs/rules/README.md')).matchAll(
    /^\| \[`([a-z]+\.[a-z-]+)`\]\([^)]+\) *\|[^|]+\| (.+?) *\|$/gm,
  );
  const described = [...rows].map(([, code, text = '']) => [code, text.replaceAll('`', '')]);
  expect(Object.fromEntries(described)).toEqual(ruleDescriptions);
});

it.each([
  ['package.nls.json', ['README.md', 'docs/evaluating.md']],
  ['package.nls.zh-cn.json', ['README.zh-cn.md', 'docs/evaluating.zh-cn.md']],
] as const)('pages call commands as %s does', async (names, pages) => {
  const texts = JSON.parse(await readText(names)) as Readonly<Record<string, string>>;
  const known = Object.entries(texts).filter(([key]) => key.startsWith('command.'));
  const titles = known.map(([, title]) => title);
  for (const page of pages) {
    const called = [...(await readText(page)).matchAll(/`Postulate: ([^`]+)`/g)];
    expect(called.length).toBeGreaterThan(5);
    for (const [, title = ''] of called) expect(titles, page).toContain(title);
  }
});

it.each(lists)('%s says each thing once and counts its steps', async (readme) => {
  const text = await readText(readme);
  const heads = [...text.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, head]) => head);
  expect(heads.length).toBeGreaterThan(5);
  expect(heads).toEqual([...new Set(heads)]);
  const steps = [...text.matchAll(/^(\d+)\. /gm)].map(([, step]) => Number(step));
  expect(steps).toEqual(steps.map((_, index) => index + 1));
});

it.each(lists)('%s names the settings', async (readme) => {
  const { contributes } = await readJson<Manifest>('package.json');
  const text = await readText(readme);
  const names = Object.keys(contributes.configuration.properties);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(text).toContain(`\`${name}\``);
});
