// Lines with carets: wide characters, tabs, long lines, and what would move a cursor.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { maxColumns, sourceLine } from '../../../src/cli/formats/sourceLine.js';

/** `^` is a column under which a caret stands; the first line has the span between two bars. */
function checkLine(marked: string, text: string, carets: string): void {
  const [before = '', inside = '', after = ''] = marked.split('|');
  const shown = sourceLine(before + inside + after, before.length, (before + inside).length);
  expect([shown.text, ' '.repeat(shown.indent) + '^'.repeat(shown.carets)]).toEqual([text, carets]);
}

it('puts carets under the span', () => {
  checkLine('By |x|.', 'By x.', '   ^');
  checkLine('|whole|', 'whole', '^^^^^');
  checkLine('an empty || one', 'an empty  one', '         ^');
  checkLine('the end||', 'the end', '       ^');
  checkLine('||', '', '^');
});

it('counts the columns of a terminal', () => {
  checkLine('由公式|损失|可知', '由公式损失可知', '      ^^^^');
  checkLine('，|x|', '，x', '  ^');
  checkLine('👩‍👩‍👧 |x|', '👩‍👩‍👧 x', '   ^');
  checkLine('e\u0301 |x|', 'e\u0301 x', '  ^');
  checkLine('\t|x|', '    x', '    ^');
});

it('shows nothing that moves the cursor or turns the direction', () => {
  checkLine('\x1b[2J|x|\u202e', '\uFFFD[2Jx\uFFFD', '    ^');
});

it('cuts a long line around the span', () => {
  checkLine(
    `${'a'.repeat(200)}|x|${'b'.repeat(200)}`,
    `…${'a'.repeat(49)}x${'b'.repeat(50)}…`,
    `${' '.repeat(50)}^`,
  );
  checkLine(`|x|${'b'.repeat(200)}`, `x${'b'.repeat(99)}…`, '^');
  checkLine(`${'a'.repeat(200)}|x|`, `…${'a'.repeat(99)}x`, `${' '.repeat(100)}^`);
  checkLine(`|${'字'.repeat(200)}|`, `${'字'.repeat(50)}…`, '^'.repeat(100));
});

it('is no wider than it may be, with its carets under what is shown', () => {
  const text = fc.array(fc.constantFrom('a', '字', '\t', '𝔸', 'e\u0301', '\0', ' '), {
    maxLength: 400,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (parts, first, length) => {
      const line = parts.join('');
      const start = first % (line.length + 1);
      const shown = sourceLine(line, start, Math.min(start + (length % 300), line.length));
      expect(stringWidth(shown.text)).toBeLessThanOrEqual(maxColumns + 2);
      expect(shown.carets).toBeGreaterThan(0);
      expect(shown.indent + shown.carets).toBeLessThanOrEqual(stringWidth(shown.text) + 1);
    }),
  );
});

it('looks at no more of a line than it shows', () => {
  const line = '字'.repeat(5_000_000);
  for (let at = 0; at < 200; at++) sourceLine(line, at * 25_000, line.length);
});
