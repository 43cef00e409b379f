// Changes made in a text, and several rounds of them told as one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/language/applyChanges.js';
import type { Change } from '../../src/language/change.js';
import { composedChanges } from '../../src/language/composedChanges.js';

function changeAt(start: number, end: number, text: string): Change {
  return { span: { start, end }, text };
}

function applied(text: string, ...changes: readonly Change[]): string {
  return applyChanges(text, changes).text;
}

describe('a text with changes', () => {
  it('has each, but of those that touch only the first', () => {
    expect(applied('abcdef', changeAt(4, 6, 'Z'), changeAt(0, 2, 'XY'))).toBe('XYcdZ');
    const touching = [changeAt(0, 3, 'x'), changeAt(2, 4, 'y'), changeAt(3, 3, 'z')];
    expect(applied('abcdef', ...touching)).toBe('xdef');
    expect(applyChanges('abcdef', touching).made).toEqual([changeAt(0, 3, 'x')]);
    expect(applied('abc', changeAt(1, 1, 'x'), changeAt(1, 1, 'x'))).toBe('axbc');
  });

  it('keeps the ends of lines that the text has', () => {
    expect(applied('a\r\nb', changeAt(0, 1, 'x\ny'))).toBe('x\r\ny\r\nb');
    expect(applied('a\nb', changeAt(0, 1, 'x\ny'))).toBe('x\ny\nb');
  });

  it('is the same between them', () => {
    fc.assert(
      fc.property(letters, places, (text, changed) => {
        const same = changed.map(([start, length]) =>
          changeAt(start, start + length, text.slice(start, start + length)),
        );
        expect(applied(text, ...same)).toBe(text);
      }),
    );
  });
});

const letters = fc.string({ unit: fc.constantFrom('a', '字', ' '), minLength: 50 });
const places = fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.constantFrom('', 'x', 'yz')), {
  maxLength: 8,
});

it('rounds of changes are, as one, what they were one after the other', () => {
  fc.assert(
    fc.property(letters, fc.array(places, { maxLength: 4 }), (text, rounds) => {
      let now = text;
      const made = rounds.map((round) => {
        const inside = round.filter(([start, length]) => start + length <= now.length);
        const changes = inside.map(([start, length, by]) => changeAt(start, start + length, by));
        const next = applyChanges(now, changes);
        now = next.text;
        return next.made;
      });
      const composed = composedChanges(text.length, made);
      expect(applied(text, ...composed)).toBe(now);
      expect(applyChanges(text, composed).made).toEqual(composed);
    }),
  );
});
