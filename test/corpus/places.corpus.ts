// Numbers and their places in the HTML, on every post of a folder; it fails where no folder is named.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { countPlaces } from '../support/places.js';

it('every number of a block has its place in the HTML of the block', () => {
  const folder = process.env['POSTULATE_CORPUS'];
  if (folder === undefined) throw new Error('POSTULATE_CORPUS names no folder of posts.');
  const files = globSync('**/*.{md,markdown}', { cwd: folder, absolute: true }).sort();
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    for (const [block, numbered, places] of countPlaces(readFileSync(file, 'utf8'))) {
      expect(places, `${file}: ${block}`).toEqual(numbered);
    }
  }
});
