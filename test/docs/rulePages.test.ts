// Each rule has its page, in both languages: the rule speaks of what the page calls bad, and not of the good.
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/rules.js';
import { readText } from '../architecture/sources.js';
import { rulesSpeaking } from '../support/rulePage.js';

const folders = {
  'docs/rules': ['Bad', 'Good', 'Why', 'How to silence'],
  'docs/rules/zh-cn': ['错误示例', '正确示例', '原因', '如何关闭'],
} as const;

describe.each(Object.entries(folders))('%s', (folder, titles) => {
  it('holds a page for each rule and no other', async () => {
    const pages = (await readdir(new URL(`../../${folder}`, import.meta.url)))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => name.slice(0, -'.md'.length));
    expect(pages.sort()).toEqual(rules.map(({ code }) => code).sort());
  });

  it.each(rules.map(({ code }) => code))('%s', async (code) => {
    const page = await readText(`${folder}/${code}.md`);
    const [head = '', ...sections] = page.split(/^## /m);
    expect(head).toMatch(new RegExp(`^# ${code.replaceAll('.', '\\.')}\n\n[^\n]+\n`));
    expect(sections.map((section) => section.slice(0, section.indexOf('\n')))).toEqual(titles);
    const [bad = '', good = '', , silence = ''] = sections;
    expect(rulesSpeaking(bad, code), 'bad').toContain(code);
    expect(rulesSpeaking(good, code), 'good').not.toContain(code);
    expect(silence).toMatch(new RegExp(`\`<!-- postulate-ignore(-post)? ${code} -->\``));
    expect(silence).toContain(`{ "rules": { "${code}": "off" } }`);
  });
});
