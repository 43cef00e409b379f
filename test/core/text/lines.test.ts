// Lines join to the text again, and an edit of lines is the edit of the text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editLines,
  lineStarts,
  offsetAt,
  positionAt,
  splitLines,
  withoutTerminator,
} from '../../../src/core/text/lines.js';
import { propertyRuns } from '../../support/runs.js';

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '😀', '\u2028'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const position = fc.record({
  line: fc.integer({ min: -1, max: 8 }),
  column: fc.integer({ min: -1, max: 6 }),
});

describe('splitLines', () => {
  it('ends lines at every terminator of CommonMark, and keeps it', () => {
    expect(splitLines('a\nb\r\nc\rd\r\r\n')).toEqual(['a\n', 'b\r\n', 'c\r', 'd\r', '\r\n', '']);
    expect(splitLines('')).toEqual(['']);
    expect(splitLines('a\u2028b\f')).toEqual(['a\u2028b\f']);
  });

  it('joins to the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = splitLines(source);
        expect(lines.join('')).toBe(source);
        expect(lines.slice(0, -1).every((line) => /(?:\r\n|\n|\r)$/.test(line))).toBe(true);
        expect(lines.every((line) => !/[\r\n]/.test(withoutTerminator(line)))).toBe(true);
      }),
      { numRuns: propertyRuns },
    );
  });
});

describe('withoutTerminator', () => {
  it('takes one terminator away', () => {
    expect(['a\n', 'a\r\n', 'a\r', 'a', '\n', ''].map(withoutTerminator)).toEqual([
      'a',
      'a',
      'a',
      'a',
      '',
      '',
    ]);
  });
});

describe('editLines', () => {
  it('gives the lines of the edited text, and which of them changed', () => {
    fc.assert(
      fc.property(text, position, position, text, (source, one, other, insert) => {
        const lines = splitLines(source);
        const starts = lineStarts(lines);
        const [start, end] = [clamped(lines, one), clamped(lines, other)].sort(
          (a, b) => offsetAt(starts, a) - offsetAt(starts, b),
        );
        if (start === undefined || end === undefined) return;
        const edited = editLines(lines, { start, end, text: insert });
        const expected =
          source.slice(0, offsetAt(starts, start)) + insert + source.slice(offsetAt(starts, end));
        expect(edited.lines).toEqual(splitLines(expected));
        const { from, removed, inserted } = edited.change;
        expect(edited.lines.slice(0, from)).toEqual(lines.slice(0, from));
        expect(edited.lines.slice(from + inserted)).toEqual(lines.slice(from + removed));
      }),
      { numRuns: propertyRuns },
    );
  });

  it('takes positions out of range as the nearest in range', () => {
    const lines = splitLines('ab\ncd');
    const edit = { start: { line: -1, column: 7 }, end: { line: 0, column: 99 }, text: 'x' };
    expect(editLines(lines, edit).lines).toEqual(['x\n', 'cd']);
    const behind = { line: 9, column: 0 };
    expect(editLines(lines, { start: behind, end: behind, text: 'x' }).lines).toEqual([
      'ab\n',
      'cdx',
    ]);
  });
});

describe('positionAt', () => {
  it('is the inverse of offsetAt', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 20 }), (source, at) => {
        const starts = lineStarts(splitLines(source));
        const offset = Math.min(at, source.length);
        expect(offsetAt(starts, positionAt(starts, offset))).toBe(offset);
      }),
      { numRuns: propertyRuns },
    );
  });

  it('puts the end of a text into its last line', () => {
    const starts = lineStarts(splitLines('ab\ncd\n'));
    expect(positionAt(starts, 0)).toEqual({ line: 0, column: 0 });
    expect(positionAt(starts, 3)).toEqual({ line: 1, column: 0 });
    expect(positionAt(starts, 6)).toEqual({ line: 2, column: 0 });
    expect(offsetAt(starts, { line: 9, column: 0 })).toBe(6);
  });
});

/** What the server hands on: positions of the text, never inside a terminator. */
function clamped(
  lines: readonly string[],
  place: { line: number; column: number },
): { line: number; column: number } {
  const line = Math.min(Math.max(place.line, 0), lines.length - 1);
  return {
    line,
    column: Math.min(Math.max(place.column, 0), withoutTerminator(lines[line] ?? '').length),
  };
}
