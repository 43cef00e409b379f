// The lists of rules say what the code does, in both languages, and the README leads to them.
import { expect, it } from 'vitest';
import type { Rule } from '../../src/checks/rule.js';
import { rules } from '../../src/checks/rules.js';
import { ruleDescriptions } from '../../src/cli/formats/ruleDescriptions.js';
import { readText } from './sources.js';

type Words = Readonly<Record<Rule['severity'], string>>;

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
