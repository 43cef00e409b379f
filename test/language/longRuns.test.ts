// Long runs of one thing before a place: looked over once, not from each of its parts anew.
import { expect, it } from 'vitest';
import { completion } from '../../src/language/completion/completion.js';
import { listEquations } from '../../src/language/equations/listEquations.js';
import { withoutLabel } from '../../src/language/fixes/movedLabel.js';
import { writeBehind } from '../../src/language/inserted/placeBelow.js';
import { remainderOffers } from '../../src/language/parentheses.js';
import { lineAround } from '../../src/language/sourceText.js';
import { newWorksheet } from '../../src/language/worksheetLine.js';
import { wrapInEnvironment } from '../../src/language/wrapInEnvironment.js';
import { readFixture } from '../support/blogFixture.js';
import { openText } from '../support/changes.js';
import { quickWork, workOf } from '../support/waiting.js';

const count = 300_000;
const blanks = ' '.repeat(count);
const label = openText(`$$a${blanks}b\\label{x}$$`);
const display = openText(`$$a${blanks}b$$`);
const lines = openText(`${'x'.repeat(count)}\ny\n`);
const fence = openText(`\`\`\`\na${'\n'.repeat(count)}b\n\`\`\`\n`);
const nowhere = { behind: '', data: {}, name: '', isRelation: false };

it.each<[string, () => void]>([
  [
    'a label that goes',
    () => {
      const [first] = label.facts.labels;
      expect(first && withoutLabel(label, first).text).toBe('');
    },
  ],
  [
    'a display that is wrapped',
    () => void wrapInEnvironment(display, { start: 1, end: 1 }, 'equation'),
  ],
  ['a line', () => void lineAround(lines, { start: count + 1, end: count + 2 })],
  [
    'a remainder',
    () => void remainderOffers({ ...nowhere, source: 'a \\bmod 2', before: `${blanks}x=` }),
  ],
  ['a worksheet', () => void newWorksheet(fence, 0, '', 'fence')],
  ['a picture', () => void writeBehind(fence, 0, [])],
])('before %s', (_, work) => {
  expect(workOf(work)).toBeLessThan(quickWork);
});

it('of rows in one display', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => `x_{${row}} \\label{eq:${row}}`);
  const tex = `\\begin{align}\n${rows.join('\\\\\n')}\n\\end{align}`;
  const post = openText(`${tex}\n\n\\eqref{`);
  const { blog } = readFixture('');
  const caret = { line: post.lines.length - 1, column: 7 };
  const work = workOf(() => {
    expect(completion({ post, blog }, caret)?.items[0]?.tex).toMatch(/^x_\{0\} .*…$/);
  });
  expect(work).toBeLessThan(quickWork);
});

it('of displays in one paragraph', () => {
  const post = openText('$$x$$ '.repeat(count / 2));
  const work = workOf(() => {
    expect(listEquations(post)).toHaveLength(count / 2);
  });
  expect(work).toBeLessThan(quickWork);
});
