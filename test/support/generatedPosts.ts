// Posts made at random from the pieces that decide what is math and what is not.
import fc from 'fast-check';

const marks = [
  ...['$', '$$', '\\$', '\\(', '\\)', '\\[', '\\]', '\\\\(', '\\\\)', '\\\\[', '\\\\]', '\\$$'],
  ...[
    '\\begin{equation}',
    '\\end{equation}',
    '\\begin{align}',
    '\\end{align}',
    '\\begin{a b}',
    '\\end{a b}',
  ],
  ...[
    '{',
    '}',
    '\\{',
    '\\}',
    '\\\\',
    '\\',
    '`',
    '``',
    '\\`',
    '<!--',
    '-->',
    '<b>',
    '</b>',
    '<br>',
    '<eos>',
    '<div>',
  ],
  ...[
    '</div>',
    '<a href="$x$">',
    '<https://a.b/$c$>',
    '[',
    ']',
    '](',
    '](u$v)',
    '(',
    ')',
    '![',
    '[x](y)',
    '[x][y]',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '&lt;',
    '|',
    '\\|',
    '\\label{eq:x}',
    '\\eqref{eq:x}',
    '\\ref{a_b}',
    '\\text{',
  ],
  ...[
    'x',
    'y',
    'a b',
    '5',
    ' ',
    '  ',
    '\t',
    ' = ',
    '+',
    '-',
    '式(1)',
    '《',
    '》',
    '公式$(2)$',
    '，',
    '字',
    '😀',
    '\0',
  ],
];

const lineStarts = [
  ...[
    '',
    '',
    '',
    '> ',
    '>',
    '>> ',
    '- ',
    '* ',
    '1. ',
    '2) ',
    '  ',
    '    ',
    '\t',
    '# ',
    '## ',
    '[^1]: ',
    '[x]: ',
  ],
  ...['- - ', '> - ', '- > ', '      ', '   '],
];

const wholeLines = [
  ...[
    '',
    '',
    '',
    '',
    '===',
    '---',
    '***',
    '```',
    '~~~',
    '``` math',
    '|---|---|',
    '| a | b |',
    '+ x',
    '- y',
    '= z',
  ],
  ...[
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '[x]: /url "t"',
    '$$',
    '$$ x',
    'x $$',
    '> $$',
    '  $$',
  ],
  ...[
    '\\begin{equation}',
    '\\end{equation}',
    '> \\end{equation}',
    '\\begin{align} x',
    '\\end{align} y',
    '>',
    '-',
  ],
];

const text = fc.array(fc.constantFrom(...marks), { maxLength: 7 }).map((parts) => parts.join(''));

const line = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...wholeLines) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...lineStarts), text).map((parts) => parts.join('')),
  },
);

/** One line, its terminator not included. */
export const generatedLine = line;

/** A post of a few lines. */
export const generatedPost = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

/** The same with any line terminators. */
export const generatedPostWithReturns = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 10 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));
