// The page on other editors: what it has a reader of Neovim write works in Neovim.
import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ensureNeovim } from '../../scripts/host/neovim.mjs';
import { runQuietly } from '../../scripts/host/processes.mjs';
import { readText } from '../architecture/sources.js';
import { makeFolder } from '../support/cli.js';

const root = path.resolve(import.meta.dirname, '../..');
const post = `$$\\begin{equation} x \\label{eq:a} \\end{equation}$$

By \\eqref{eq:a} and \\eqref{eq:b}.
`;

/** Of the last block, since newer versions come first. */
function configurationIn(page: string): string {
  return [...page.matchAll(/^```lua\n([^]*?)^```/gm)].at(-1)?.[1] ?? '';
}

it('connects Neovim 0.7', async () => {
  const neovim = await ensureNeovim();
  const folder = await makeFolder({ 'post.md': post });
  const programs = await mkdtemp(path.join(tmpdir(), 'postulate-program-'));
  await symlink(path.join(root, 'dist/cli.js'), path.join(programs, 'postulate'));
  const init = path.join(programs, 'init.lua');
  await writeFile(init, configurationIn(await readText('docs/editors.md')));
  const script = path.join(root, 'test/docs/neovim.lua');
  const output = await runQuietly(neovim, ['--headless', '-u', init, '-c', `luafile ${script}`], {
    cwd: folder,
    env: { ...process.env, PATH: `${programs}${path.delimiter}${process.env['PATH'] ?? ''}` },
  });
  const answers = JSON.parse(output.slice(output.indexOf('{'))) as Record<string, unknown>;
  expect(answers).toMatchObject({
    diagnostics: [{ line: 2, code: 'label.undefined' }],
    definition: 0,
    labels: ['eq:a'],
  });
  expect(answers['hover']).toContain('Equation **\\(1\\)**, line 1');
});

it('says the same in both languages', async () => {
  const blocks = async (page: string): Promise<readonly string[]> =>
    [...(await readText(page)).matchAll(/^```[^]*?^```/gm)].map(([block]) => block);
  expect(await blocks('docs/editors.zh-cn.md')).toEqual(await blocks('docs/editors.md'));
});
