// The tables of the README say what the code does, in both languages.
import { expect, it } from 'vitest';
import { rules } from '../../src/checks/rules.js';
import type { Severity } from '../../src/checks/rule.js';
import { ruleDescriptions } from '../../src/cli/formats/ruleDescriptions.js';
import { readText } from './sources.js';

const severities: Readonly<Record<string, Readonly<Record<Severity, string>>>> = {
  'README.md': { error: 'error', warning: 'warning', info: 'information', hint: 'hint' },
  'README.zh-cn.md': { error: '错误', warning: '警告', info: '信息', hint: '提示' },
};

for (const [file, words] of Object.entries(severities)) {
  it(`${file} lists the rules and how much each weighs`, async () => {
    const table = [...(await readText(file)).matchAll(/^\| `([a-z]+\.[a-z-]+)` *\| ([^ ;；|]+)/gm)];
    expect(table.map(([, code, severity]) => [code, severity])).toEqual(
      rules.map(({ code, severity }) => [code, words[severity]]),
    );
  });
}

it('README.md describes the rules in the words of SARIF', async () => {
  const rows = (await readText('README.md')).matchAll(
    /^\| `([a-z]+\.[a-z-]+)` *\|[^|]+\| (.+?) *\|$/gm,
  );
  const described = [...rows].map(([, code, text = '']) => [code, text.replaceAll('`', '')]);
  expect(Object.fromEntries(described)).toEqual(ruleDescriptions);
});
