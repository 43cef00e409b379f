// Habits that every source file keeps.
import { expect, it } from 'vitest';
import { readSources } from './sources.js';

it('prints only in the command line', async () => {
  const sources = await readSources();
  const printing = sources.filter(({ text }) => /(?<!connection\.)\bconsole\s*[.[]/.test(text));
  expect(printing.map(({ file }) => file).filter((file) => !file.startsWith('src/cli/'))).toEqual(
    [],
  );
});

it('says in its first line what a file is for', async () => {
  const sources = await readSources();
  const silent = sources.filter(({ text }) => !/^(#!.*\n)?(\/\/ \S|\/\*\* \S)/.test(text));
  expect(silent.map(({ file }) => file)).toEqual([]);
});
