// What can be folded, by the first and the last of its lines.
import { expect, it } from 'vitest';
import { foldingRanges } from '../../src/language/folding.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

function checkFolds(text: string, expected: readonly string[]): void {
  const lines = text.split(/\r\n|\n/);
  const folds = foldingRanges(openText(text)).map(
    ({ startLine, endLine }) => `${lines[startLine] ?? ''} ⋯ ${lines[endLine] ?? ''}`,
  );
  expect(folds).toEqual(expected);
}

it('displays and their environments can be folded, each once', () => {
  checkFolds(
    raw`于是
\begin{align}
a &= \begin{cases}
1 \\
0 \end{cases} + 1 \\
b &= \begin{pmatrix}
1
\end{pmatrix}
\end{align}
$$\begin{aligned}
x
\end{aligned}$$
> \[
> y
> \]
`,
    [
      '\\begin{align} ⋯ \\end{align}',
      'a &= \\begin{cases} ⋯ 1 \\\\',
      'b &= \\begin{pmatrix} ⋯ \\end{pmatrix}',
      '$$\\begin{aligned} ⋯ \\end{aligned}$$',
      '> \\[ ⋯ > \\]',
    ],
  );
});

it('text behind the end stays in view', () => {
  checkFolds('$$\na\n$$其中\n', ['$$ ⋯ a']);
  checkFolds('$$\na$$其中\n', []);
});

it('what has one line, code and what others fold are left alone', () => {
  checkFolds(
    '# Heading\n\n$$x$$\n\n```eval\nx = 1\ny = 2\n```\n\n- a\n- b\n\n```\n$$\nx\n$$\n```\n',
    [],
  );
});

it('lines end as they end', () => {
  checkFolds('text\r\n$$\r\na\r\n$$\r\n', ['$$ ⋯ $$']);
});
