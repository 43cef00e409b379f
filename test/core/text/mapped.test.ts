// A mapped text knows where each of its characters came from, however it was cut and joined.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeMapped,
  endToSource,
  identityText,
  MappedBuilder,
  sliceMapped,
  toSource,
  type MappedText,
} from '../../../src/core/text/mapped.js';
import { propertyRuns } from '../../support/runs.js';

const source = 'abcdefghijklmnopqrstuvwxyz';

/** A text whose every character names its place in `source`. */
const mapped = fc
  .array(fc.tuple(fc.nat({ max: 25 }), fc.nat({ max: 5 })), { maxLength: 6 })
  .map((cuts) => build(source, cuts));

function build(text: string, cuts: readonly (readonly [number, number])[]): MappedText {
  const builder = new MappedBuilder();
  for (const [start, length] of cuts)
    builder.append(text.slice(start, start + length), Math.min(start, text.length));
  return builder.build(0);
}

function checkPlaces(text: MappedText): void {
  for (let at = 0; at < text.text.length; at++)
    expect(source.charAt(toSource(text, at))).toBe(text.text.charAt(at));
  expect(text.pieces[0]?.at).toBe(0);
  const ats = text.pieces.map((piece) => piece.at);
  expect(ats).toEqual([...ats].sort((left, right) => left - right));
}

describe('mapped texts', () => {
  it('know their places when built, cut and cut again', () => {
    fc.assert(
      fc.property(mapped, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (text, one, other) => {
        checkPlaces(text);
        const start = Math.min(one, other, text.text.length);
        const end = Math.min(Math.max(one, other), text.text.length);
        const slice = sliceMapped(text, start, end);
        expect(slice.text).toBe(text.text.slice(start, end));
        checkPlaces(slice);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('know their places in the source of their source', () => {
    fc.assert(
      fc.property(
        mapped,
        fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 5 })), { maxLength: 5 }),
        (outer, cuts) => {
          const composed = composeMapped(build(outer.text, cuts), outer);
          expect(composed.text).toBe(build(outer.text, cuts).text);
          checkPlaces(composed);
        },
      ),
      { numRuns: propertyRuns },
    );
  });

  it('end where their last character ends', () => {
    const text = build(source, [
      [0, 2],
      [10, 2],
    ]);
    expect([0, 1, 2, 3, 4].map((at) => toSource(text, at))).toEqual([0, 1, 10, 11, 12]);
    expect([0, 1, 2, 3, 4].map((at) => endToSource(text, at))).toEqual([0, 1, 2, 11, 12]);
  });

  it('join pieces that follow each other', () => {
    expect(
      build(source, [
        [3, 2],
        [5, 2],
      ]),
    ).toEqual(identityText('defg', 3));
  });

  it('stand somewhere even if empty', () => {
    expect(new MappedBuilder().build(7)).toEqual(identityText('', 7));
    expect(toSource(identityText('', 7), 0)).toBe(7);
  });
});
