// Hints of the line that is typed in.
import { expect, it } from 'vitest';
import { HeldHints, type PlacedHint } from '../../src/extension/heldHints.js';

const at = (line: number, character: number, hint: string): PlacedHint<string> => ({
  line,
  character,
  hint,
});

function typed(line: number, character: number, text: string, removed = 0) {
  return { start: { line, character }, end: { line, character: character + removed }, text };
}

it('keeps the hint of the line that is typed in, behind its text, and takes those of other lines', () => {
  const held = new HeldHints<string>();
  held.steady([at(1, 5, '= 2'), at(2, 5, '= 3')], null);
  held.changed([typed(1, 5, '+')]);
  expect(held.steady([at(1, 6, '= 9'), at(2, 5, '= 4')], 1)).toEqual([
    at(2, 5, '= 4'),
    at(1, 6, '= 2'),
  ]);
  held.changed([typed(1, 6, '1')]);
  expect(held.steady([at(2, 5, '= 4')], 1)).toEqual([at(2, 5, '= 4'), at(1, 7, '= 2')]);
});

it('shows no hint on a new line before a pause', () => {
  const held = new HeldHints<string>();
  held.steady([at(1, 5, '= 2')], null);
  held.changed([typed(1, 5, '\n')]);
  expect(held.steady([at(1, 5, '= 2'), at(2, 1, '= 1')], 2)).toEqual([at(1, 5, '= 2')]);
  expect(held.steady([at(1, 5, '= 2'), at(2, 1, '= 1')], null)).toHaveLength(2);
});

it('stays where it is when text comes behind it, and goes with the text that it stood behind', () => {
  const held = new HeldHints<string>();
  held.steady([at(1, 5, '(1)')], null);
  held.changed([typed(1, 8, 'x')]);
  expect(held.steady([], 1)).toEqual([at(1, 5, '(1)')]);
  held.changed([typed(1, 3, '', 4)]);
  expect(held.steady([], 1)).toEqual([]);
});
