// The commands that are written down are those that the engines say they know.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { commandsFile } from './askEngines.js';

it('are what the engines know, else `node scripts/engineCommands.mjs` writes them anew', async () => {
  const { file, text } = await commandsFile();
  expect(await readFile(file, 'utf8')).toBe(text);
});
