// The findings of `postulate check` as people read them.
import { expect, it } from 'vitest';
import { makeFolder, runCli, type CliSurroundings } from '../../support/cli.js';

async function pretty(text: string, surroundings: CliSurroundings = {}): Promise<string> {
  const folder = await makeFolder({ 'one.md': text });
  return (await runCli(folder, ['check', 'one.md'], surroundings)).output;
}

const duplicate = `$$x\\tag{1}\\label{eq:a}$$

由\t\\eqref{eq:a}，$$y\\tag{2}\\label{eq:a}$$
`;

it('shows the lines of a finding and of its related places', async () => {
  expect(await pretty(duplicate)).toMatchInlineSnapshot(`
    "one.md
      3:33      error    The label “eq:a” is already taken on this page: readers see an error in place of this equation. Rename one of the two.  label.duplicate
                3 | 由    \\eqref{eq:a}，$$y\\tag{2}\\label{eq:a}$$
                  |                                      ^^^^
                1:18 The label “eq:a” is first defined here.
                1 | $$x\\tag{1}\\label{eq:a}$$
                  |                  ^^^^

    Posts: 1, errors: 1, warnings: 0, notes: 0, hints: 0
    "
  `);
});

it('is coloured where the host says so, and only there', async () => {
  expect(await pretty(duplicate)).not.toContain('\x1b');
  const colored = await pretty(duplicate, { colors: true });
  expect(colored).toContain('\x1b[31m^^^^\x1b[39m');
  // eslint-disable-next-line no-control-regex -- colours are control characters
  expect(colored.replaceAll(/\x1b\[\d+m/g, '')).toBe(await pretty(duplicate));
});

it('lets no post write to the terminal', async () => {
  const output = await pretty('\\eqref{\x1b]0;title\x07}\n');
  expect(output).toContain('\\eqref{\uFFFD]0;title\uFFFD}');
  expect(output).not.toContain('\x1b');
});
