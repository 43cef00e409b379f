// `check` on every folder of posts ends without a crash; it fails where no folder is named.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../support/cli.js';

it('every folder is checked without a crash', async () => {
  const folder = process.env['POSTULATE_CORPUS'];
  if (folder === undefined) throw new Error('POSTULATE_CORPUS names no folder of posts.');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const run = await runCli(path.join(folder, name), ['check', '--format', 'json', '.']);
    expect(run.code, `${name}: ${run.errors}`).toBeLessThan(2);
    expect(JSON.parse(run.output)).toMatchObject({ version: 1 });
  }
});
