// `--watch`: told of changes by the test, and by the files themselves.
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, it, vi } from 'vitest';
import type { Changes } from '../../src/cli/changes.js';
import { runProgram } from '../../src/cli/program.js';
import { hostFor, makeFolder, runCli } from '../support/cli.js';

const bad = '\\eqref{eq:a}\n';

/** Changes as the steps make them: each is done before the command hears of it. */
function changesOf(...steps: readonly (() => Promise<void>)[]): Changes {
  const left = [() => Promise.resolve(), ...steps];
  return {
    add: () => undefined,
    async next() {
      const step = left.shift();
      await step?.();
      return step !== undefined;
    },
  };
}

it('prints a report again where it is another', async () => {
  const folder = await makeFolder({ 'one.md': 'None.\n' });
  const write = (text: string) => () => writeFile(path.join(folder, 'one.md'), text);
  const changes = changesOf(write(bad), write(`${bad}\n`), write('Mended.\n'));
  const words = ['check', '--format', 'unix', '--watch', '.'];
  const run = await runCli(folder, words, { changes: () => changes });
  expect(run).toEqual({
    code: 0,
    errors: 'Watching for changes; Ctrl-C ends.\n',
    output: expect.stringMatching(/^\none\.md:1:8: .*\n\n$/) as string,
  });
});

it('goes on where a configuration is wrong for a while', async () => {
  const folder = await makeFolder({ 'one.md': bad, 'postulate.json': '{' });
  const changes = changesOf(() => writeFile(path.join(folder, 'postulate.json'), '{}'));
  const words = ['check', '--format', 'unix', '--watch', '.'];
  const { code, output, errors } = await runCli(folder, words, { changes: () => changes });
  expect(code).toBe(0);
  expect(errors).toContain('postulate.json: this is not JSON');
  expect(output).toContain('label.undefined');
});

it('watches configurations that lie elsewhere', async () => {
  const folder = await makeFolder({
    'posts/one.md': bad,
    'postulate.json': '{"macroFiles": ["macros.tex"]}',
    'macros.tex': '',
    'known.json': '{"version": 1, "findings": []}',
  });
  const watched: string[] = [];
  const changes = {
    ...changesOf(),
    add: (paths: readonly string[]) => void watched.push(...paths),
  };
  await runCli(folder, ['check', '--watch', '--baseline', 'known.json', 'posts'], {
    changes: (paths) => {
      watched.push(...paths);
      return changes;
    },
  });
  expect(watched.map((file) => path.relative(folder, file)).sort()).toEqual([
    ...['known.json', 'macros.tex', 'posts', 'postulate.json'],
  ]);
});

it('watches no standard input', async () => {
  const folder = await makeFolder({});
  expect(await runCli(folder, ['check', '--watch', '-'])).toMatchObject({ code: 2, output: '' });
});

it('hears of files that are written, made, renamed and removed, and ends with Ctrl-C', async () => {
  const folder = await makeFolder({ 'one.md': 'None.\n', 'sub/two.md': 'None.\n' });
  let output = '';
  let errors = '';
  const run = runProgram(['check', '--format', 'unix', '--watch', folder], {
    ...hostFor(folder),
    print: (text) => (output += text),
    printError: (text) => (errors += text),
  });
  const last = (): string | undefined => output.split('\n\n').at(-1);
  const wait = (assertion: () => void): Promise<void> => vi.waitFor(assertion, { timeout: 20_000 });
  await wait(() => {
    expect(errors).toContain('Watching');
  });
  await writeFile(path.join(folder, 'one.md'), bad);
  await wait(() => {
    expect(output).toContain('one.md:1:8');
  });
  await writeFile(path.join(folder, 'sub/new.md'), bad);
  await wait(() => {
    expect(output).toContain('sub/new.md:1:8');
  });
  await rename(path.join(folder, 'sub/new.md'), path.join(folder, 'sub/other.md'));
  await wait(() => {
    expect(output).toContain('sub/other.md:1:8');
  });
  await rm(path.join(folder, 'sub/other.md'));
  await wait(() => {
    expect(last()).toMatch(/^one\.md.*\n$/);
  });
  process.emit('SIGINT');
  expect(await run).toBe(0);
});
