// In a CommonMark site the formulas are those that MathJax finds in the page of a plain markdown-it.
import createMarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundUnlessRefused, withSingleLineEnds } from '../../support/foundMath.js';
import { propertyRuns } from '../../support/runs.js';
import { scannedThings, scanPost } from '../../support/markdownLaw.js';

const marks = [
  ...['$', '$', '$$', '\\$', '\\(', '\\)', '\\[', '\\]', '\\\\(', '\\\\)', '\\\\[', '\\\\]'],
  ...[
    '\\begin{a}',
    '\\end{a}',
    '\\begin{b}',
    '\\end{b}',
    '\\\\begin{a}',
    '{',
    '}',
    '\\{',
    '\\}',
    '\\\\',
    '\\',
  ],
  ...[
    '`',
    '<br>',
    '<!-- $ -->',
    '<hr>',

    '[x](y)',
    '[a $](b)',
    '![$](y)',
    '<https://a.b/$>',
    '**',
    '_',
  ],
  ...[
    '*',
    '*',
    '_',
    '__',
    '~~',
    '|',
    '\\|',
    '&',
    '&lt;',
    '&amp;',
    '&#36;',
    '^',
    '=',
    'x',
    'y',
    ' ',
    '  ',
    '字',
    '，',
  ],
];
const lines = [
  '',
  '',
  '===',
  '---',
  '- x',
  '> y',
  '# z',
  '$$',
  '\\begin{a}',
  '\\end{a}',
  '+ x',
  '    $c$',
  '|-|-|',
];

const line = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...lines) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 8 }).map((parts) => parts.join('')),
  },
);

describe('a CommonMark site', () => {
  const plain = createMarkdownIt({ html: true });

  it('shows the formulas that MathJax finds in its page', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (parts) => {
        const text = parts.join('\n');
        const scanned = scanPost(text, 'commonmark');
        // Two HTML blocks that touch are one text to a browser, but two blocks to us.
        fc.pre(!/html html/.test(scanned.blocks.map((block) => block.kind).join(' ')));
        const expected = foundUnlessRefused(plain.render(scanned.body));
        fc.pre(expected !== null);
        const found = scannedThings(scanned.blocks);
        expect(found.map(withSingleLineEnds)).toEqual(expected?.map(withSingleLineEnds));
      }),
      { numRuns: propertyRuns },
    );
  });
});
