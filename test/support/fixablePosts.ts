// Posts made at random of what quick fixes mend, beside what they must leave alone.
import fc from 'fast-check';
import { assumedSite, type Site } from '../../src/core/site/site.js';

const raw = String.raw;

export const fixableSites: readonly Partial<Site>[] = [
  {},
  { math: 'mathjax3' },
  { math: 'mathjax2' },
  { math: 'amsmath' },
  { math: 'katex' },
  { tags: 'all' },
  { tags: 'none' },
  ...(['commonmark', 'markdown-it', 'marked', 'goldmark', 'kramdown', 'hyperdown'] as const).map(
    (markdown) => ({ ...assumedSite, markdown }),
  ),
];

const label = fc.constantFrom('eq:loss', 'eq:los', 'eq:a_b', 'eq:a', '中文', 'x y');
const tex = fc.constantFrom(
  'a = b',
  raw`\alpha`,
  raw`\frac{a}{b} % note`,
  'x_1 * y',
  raw`\{a\|b\}`,
  'a|b|c',
);
const mark = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: label.map((name) => raw`\label{${name}}`) },
  { weight: 1, arbitrary: label.map((name) => raw` \label{${name}}x`) },
  { weight: 1, arbitrary: label.map((name) => `\n${raw`\label{${name}}`}\n`) },
  fc.constantFrom(raw`\notag`, raw`\tag{7}`, raw`\nonumber \label{eq:a}`),
);
const row = fc.tuple(tex, mark).map((parts) => parts.join(' '));

const display = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('equation', 'align', 'gather', 'equation*', 'align*', 'multline'),
      fc.array(row, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', ' '),
    )
    .map(
      ([name, rows, gap]) =>
        `\\begin{${name}}${gap}${rows.join(raw` \\` + gap)}${gap}\\end{${name}}`,
    ),
  row.map((one) => `$$${one}$$`),
  row.map((one) => `$$\n${one}\n$$`),
  fc
    .tuple(tex, mark)
    .map(
      ([inside, own]) =>
        raw`\begin{equation}\begin{aligned}${inside} ${own}\end{aligned}\end{equation}`,
    ),
  row.map((one) => `> \\begin{equation}\n> ${one.replace(/\n/g, '\n> ')}\n> \\end{equation}`),
);

const word = fc.oneof(
  label.map((name) => raw`\eqref{${name}}`),
  label.map((name) => raw`$\eqref{${name}}$`),
  label.map((name) => raw`$x = \ref{${name}} y$`),
  fc.tuple(label, label).map((names) => raw`\eqref{${names.join()}}`),
  label.map((name) => raw`\cref{${name}}`),
  label.map((name) => raw`\autoref{${name}}`),
  fc.constantFrom(
    '由式(1)可得',
    '见式$(2)$。',
    'by Eq. (1) and',
    '论文中的式(1)',
    '`\\eqref{eq:los}`',
    '$a$',
    '**bold**',
  ),
  fc.constantFrom(
    '《度量之争（下）》',
    '[《度量之争（下）》](b.md)',
    '[《度量之争（中）》](a.md)',
    '《度量之诤（中）》',
  ),
  fc
    .tuple(fc.constantFrom('a.md', 'b.md', 'c.md', ''), label)
    .map(([path, name]) => `[(1)](${path}#${name.replace(' ', '_')})`),
  label.map((name) => raw`$y \label{${name}}$`),
);

const paragraph = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const heading = fc.constantFrom(
  '# 度量之争（中）',
  '# 度量之争（下）',
  '## Losses',
  '<!-- postulate-ignore label.unusd -->',
);

export const fixablePost: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof({ weight: 4, arbitrary: display }, { weight: 5, arbitrary: paragraph }, heading),
      { minLength: 1, maxLength: 7 },
    ),
    fc.constantFrom('\n\n', '\n'),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([pieces, gap, end]) => `${pieces.join(gap)}\n`.replace(/\n/g, end));
