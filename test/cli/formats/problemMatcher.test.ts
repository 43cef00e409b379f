// The problem matcher of the manifest reads what `--format unix` prints, in either language.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder, runCli } from '../../support/cli.js';

interface Manifest {
  readonly contributes: {
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
  };
}

async function pattern(): Promise<RegExp> {
  const file = path.resolve(import.meta.dirname, '../../../package.json');
  const { contributes } = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  return new RegExp(contributes.problemMatchers[0]?.pattern.regexp ?? '');
}

it.each(['en', 'zh-cn'] as const)('reads each line: %s', async (language) => {
  const folder = await makeFolder({
    'a b/一.md': '\\eqref{a: error: b [x]}\n$$x\\tag{1}\\label{c}$$\n',
  });
  const { output } = await runCli(folder, ['check', '--format', 'unix', '.'], { language });
  const regexp = await pattern();
  const read = output
    .trimEnd()
    .split('\n')
    .map((line) => regexp.exec(line)?.slice(1));
  expect(read).toEqual([
    ['a b/一.md', '1', '8', 'error', expect.stringContaining('a: error: b [x]'), 'label.undefined'],
    ['a b/一.md', '2', '11', 'hint', expect.any(String), 'label.unused'],
  ]);
});
