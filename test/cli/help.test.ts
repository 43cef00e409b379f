// The help of the command line, and what is said of words that it does not know, in both languages.
import { describe, expect, it } from 'vitest';
import { makeFolder, runCli, type CliRun } from '../support/cli.js';

async function inChinese(...words: readonly string[]): Promise<CliRun> {
  return runCli(await makeFolder({}), words, { language: 'zh-cn' });
}

describe('the help', () => {
  it('is Chinese for Chinese readers, in columns', async () => {
    const { output, errors, code } = await inChinese('labels', '--help');
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
    expect(output).toMatchInlineSnapshot(`
      "用法： postulate labels [选项] <paths...>

      列出文章中的行间公式及其编号、标签，以及所有引用。

      参数：
        paths                   文章、文章所在的文件夹，或用 - 表示标准输入

      选项：
        --format <format>       输出格式（可选："pretty", "json"，默认："pretty"）
        --config <file>         使用指定的
                                postulate.json，而不是每篇文章上方最近的那个
        --max-size <megabytes>  跳过大于此数（MB）的文章与图片（默认：20）
        -h, --help              显示帮助
      "
    `);
  });

  it.each(['', 'check', 'eval', 'labels', 'lsp', 'render', 'site'])(
    'of %j has no English word of commander',
    async (name) => {
      const { output } = await inChinese(...(name === '' ? [] : [name]), '--help');
      expect(output).toMatch(/^用法： postulate/);
      expect(output).not.toMatch(/usage|options|arguments|commands|display|choices|default/i);
    },
  );

  it('stays English for others', async () => {
    const { output } = await runCli(await makeFolder({}), ['labels', '--help']);
    expect(output).toMatch(/^Usage: postulate labels \[options\] <paths\.\.\.>/);
    expect(output).toContain('(choices: "pretty", "json", default:');
  });
});

it.each([
  [['check', '--formt', 'json', 'x.md'], '错误：没有选项 --formt。\n（是否想写 --format？）\n'],
  [['chek'], '错误：没有命令 chek。\n（是否想写 check？）\n'],
  [['check'], '错误：缺少参数 paths。\n'],
  [['check', 'x.md', '--since'], '错误：选项 --since <ref> 缺少参数。\n'],
  [['lsp', 'a', 'b'], '错误：lsp 的参数过多：至多 0 个，给出了 2 个。\n'],
  [['render', 'a', 'b'], '错误：render 的参数过多：至多 1 个，给出了 2 个。\n'],
  [
    ['check', '--format', 'xml', 'x.md'],
    '错误：选项 --format <format> 的参数 xml 无效。 可选：pretty, json, sarif, github, unix。\n',
  ],
  [
    ['check', 'x.md', '--fix', '--write-baseline', 'b.json'],
    '错误：选项 --write-baseline <file> 不能与 --fix 同用。\n',
  ],
])('says in Chinese what is wrong with %j', async (words, said) => {
  const { errors, code } = await inChinese(...words);
  expect({ errors, code }).toEqual({ errors: said, code: 2 });
});
