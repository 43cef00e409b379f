// Every number, reference and fault of a block has its place in the block's HTML.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatedPost } from '../support/generatedPosts.js';
import { countPlaces } from '../support/places.js';
import { propertyRuns } from '../support/runs.js';

it('holds for posts of all kinds', () => {
  fc.assert(
    fc.property(generatedPost, (text) => {
      // markdown-it reads NUL as another character: where it makes a link, others see none.
      for (const [block, numbered, places] of countPlaces(text.replaceAll('\0', ' '))) {
        expect(places, block).toEqual(numbered);
      }
    }),
    { numRuns: propertyRuns },
  );
});
