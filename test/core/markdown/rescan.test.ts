// Blocks after edits are those of the whole text, and an edit scans no more than it must.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockList } from '../../../src/core/markdown/blockList.js';
import { rescanBlocks } from '../../../src/core/markdown/rescan.js';
import { scanBlocks } from '../../../src/core/markdown/scan.js';
import { engineSites } from '../../support/engineSites.js';
import { editLines, splitLines, type TextEdit } from '../../../src/core/text/lines.js';
import {
  generatedLine,
  generatedPostWithReturns,
  generatedPost,
} from '../../support/generatedPosts.js';
import { propertyRuns } from '../../support/runs.js';
import { withoutReach } from '../../support/withoutReach.js';

const edits = fc.array(
  fc.record({
    line: fc.nat({ max: 16 }),
    column: fc.nat({ max: 12 }),
    lines: fc.nat({ max: 2 }),
    columns: fc.nat({ max: 6 }),
    text: fc.oneof(
      fc.constantFrom('', '\n', '\n\n', '$', '`', '\r', 'x'),
      generatedLine,
      generatedPost,
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

describe.each(engineSites)('rescanning a post of a %s site', (_, site) => {
  it('gives the blocks of the whole text', () => {
    fc.assert(
      fc.property(fc.oneof(generatedPost, generatedPostWithReturns), edits, (text, changes) => {
        let lines = splitLines(text);
        let list = blockList(scanBlocks(lines, site));
        for (const change of changes) {
          const edited = editLines(lines, editOf(change));
          const rescan = rescanBlocks(list, edited.lines, edited.change, site);
          const { from, removed, inserted } = rescan.change;
          expect(withoutReach(rescan.list)).toEqual(
            withoutReach(blockList(scanBlocks(edited.lines, site))),
          );
          expect(rescan.list.blocks.slice(0, from)).toEqual(list.blocks.slice(0, from));
          expect(rescan.list.blocks.slice(from + inserted)).toEqual(
            list.blocks.slice(from + removed),
          );
          ({ lines } = edited);
          ({ list } = rescan);
        }
      }),
      { numRuns: propertyRuns },
    );
  });

  it('scans at most 5 of 5,000 blocks where no fence, display or comment opens or closes', () => {
    const paragraphs = Array.from({ length: 5000 }, (_, index) =>
      index % 5 === 0
        ? `## Part ${index}`
        : `Text $x_{${index}}$ and\n\\begin{equation}\ny\n\\end{equation}\nmore.`,
    );
    const lines = splitLines(paragraphs.join('\n\n'));
    const list = blockList(scanBlocks(lines, site));
    const place = fc.record({
      line: fc.nat({ max: lines.length - 1 }),
      column: fc.nat({ max: 20 }),
    });
    const typed = fc.constantFrom(
      'a',
      ' b ',
      '\n',
      '\n\n',
      '# h\n',
      '- item\n',
      '字',
      '> q\n',
      '*',
      '',
    );
    fc.assert(
      fc.property(place, typed, fc.nat({ max: 3 }), (start, text, length) => {
        fc.pre(!/[\\{}$]/.test((lines[start.line] ?? '').slice(Math.max(0, start.column - 15))));
        const end = { line: start.line, column: start.column + length };
        const edited = editLines(lines, { start, end, text });
        const rescan = rescanBlocks(list, edited.lines, edited.change, site);
        expect(rescan.scanned).toBeLessThanOrEqual(5);
      }),
      { numRuns: propertyRuns },
    );
  });
});

function editOf(change: {
  line: number;
  column: number;
  lines: number;
  columns: number;
  text: string;
}): TextEdit {
  const start = { line: change.line, column: change.column };
  const end =
    change.lines === 0
      ? { line: change.line, column: change.column + change.columns }
      : { line: change.line + change.lines, column: change.columns };
  return { start, end, text: change.text };
}
