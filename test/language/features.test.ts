// Each editor feature on fixtures: `|` marks the cursor, `^^^` the ranges that are expected.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import { documentSymbols } from '../../src/language/documentSymbols.js';
import { environmentNames } from '../../src/language/environmentNames.js';
import { equationOf } from '../../src/language/equation.js';
import { hover } from '../../src/language/hover.js';
import { inlayHints } from '../../src/language/inlayHints.js';
import { findLabel } from '../../src/language/countingLabel.js';
import { cursorPost, readFixture } from '../support/blogFixture.js';
import { openText } from '../support/changes.js';
import { generatedPost } from '../support/postGenerator.js';
import { plainResult } from '../support/plainResult.js';

const raw = String.raw;

function checkHover(
  fixture: string,
  expected: { path: string; key: string; number: string | null } | null,
): void {
  const read = readFixture(fixture);
  const context = { post: cursorPost(read), blog: read.blog };
  const answer = hover(context, read.cursor?.offset ?? 0);
  expect(
    answer && { path: answer.path, key: answer.key, number: answer.label?.number ?? null },
  ).toEqual(expected);
  if (answer) expect([{ path: context.post.path, span: answer.span }]).toEqual(read.ranges);
}

function checkLinkedNames(fixture: string): void {
  const read = readFixture(fixture);
  const post = cursorPost(read);
  const names = environmentNames(post, read.cursor?.offset ?? 0) ?? [];
  expect(names.map((span) => ({ path: post.path, span }))).toEqual(read.ranges);
}

describe('hover', () => {
  it('knows references in prose and in formulas, and labels', () => {
    checkHover(
      raw`
By $\eqref{eq:a}$.
    ^^^^^^^^|^^^
$$a \tag{1}\label{eq:a}$$
`,
      { path: 'post.md', key: 'eq:a', number: '1' },
    );
    checkHover(
      raw`
$$a \tag{1}\label{eq:a}$$
           ^^^^^^^^^^^^|
`,
      { path: 'post.md', key: 'eq:a', number: '1' },
    );
  });

  it('knows links to equations of other posts', () => {
    checkHover(
      raw`%% file: a.md
$$a \tag{7}\label{eq:a}$$
%% file: b.md
See [(7)](a.md#eq:a).
    ^^^^|^^^^^^^^^^^
`,
      { path: 'a.md', key: 'eq:a', number: '7' },
    );
  });

  it('says nothing elsewhere', () => {
    checkHover('word \\eqref{eq:a}\n |\n', null);
    checkHover('`\\eqref{eq:a}`\n      |\n', null);
  });
});

describe('the names of an environment', () => {
  it('are edited as one', () => {
    checkLinkedNames(raw`
\begin{align}
       ^|^^^
a &= \begin{cases} 1 \\ 0 \end{cases} % \end{cases}
\end{align}
     ^^^^^
`);
    checkLinkedNames(raw`
$$\begin{gather*} \begin{aligned} x \end{aligned}\end{gather*}$$
                         ^^^^^^^         ^^|^^^^
`);
  });

  it('are left alone where they differ, and outside of formulas', () => {
    checkLinkedNames('$$\\begin{align} x \\end{gather}$$\n          |\n');
    checkLinkedNames('`\\begin{align} \\end{align}`\n          |\n');
    checkLinkedNames('$$\\begin{align} x \\end{align}$$\n                 |\n');
  });
});

describe('symbols', () => {
  it('are displays with a number or a label', () => {
    const { posts } = readFixture(raw`# Heading

$$plain$$

\begin{align}
a &= b \label{eq:a} \\
c &= d
\end{align}

$$x \tag{A}$$

\begin{equation*} y \label{eq:dead} \end{equation*}
`);
    const [post] = posts.values();
    expect(post && documentSymbols(post).map(({ name, detail }) => `${name} | ${detail}`)).toEqual([
      '(1)–(2) eq:a | a &= b \\\\ c &= d',
      '(A) | x \\tag{A}',
      'eq:dead | y',
    ]);
  });
});

describe('hints', () => {
  const { posts } = readFixture(
    raw`$$a \tag{1}\label{eq:a}$$

\begin{equation*} y \label{eq:dead} \end{equation*}
`,
  );
  const [post] = posts.values();
  const result: EvaluationResult = {
    ...plainResult,
    span: { start: 0, end: 3 },
    showAt: 3,
    source: 'a',
    value: [0.25, 1 / 3],
  };

  it('show numbers at labels, and values', () => {
    if (!post) throw new Error('no post');
    const range = { start: 0, end: 1000 };
    const all = inlayHints(post, [result], range, { numbers: true, values: true });
    expect(all.map(({ text }) => text)).toEqual(['= [0.25, 0.333333]', '(1)', '(???)']);
    const none = inlayHints(post, [result], range, { numbers: false, values: false });
    expect(none).toEqual([]);
    const early = inlayHints(
      post,
      [result],
      { start: 0, end: 10 },
      { numbers: true, values: true },
    );
    expect(early.map(({ text }) => text)).toEqual(['= [0.25, 0.333333]']);
  });
});

it('the hints of a range are those of the post that stand in it', () => {
  fc.assert(
    fc.property(generatedPost, fc.nat(), fc.nat(), ({ text }, one, other) => {
      const post = openText(text);
      const [start = 0, end = 0] = [one, other]
        .map((at) => at % (text.length + 1))
        .sort((left, right) => left - right);
      const numbers = { numbers: true, values: false };
      const offsets = inlayHints(post, [], { start, end }, numbers).map(({ offset }) => offset);
      const all = post.facts.labels.map(({ span }) => span.end).sort((left, right) => left - right);
      expect(offsets).toEqual(all.filter((offset) => start <= offset && offset <= end));
    }),
    { numRuns: 200 },
  );
});

describe('the equation to show', () => {
  it('is without labels and tags, its references filled in', () => {
    const { posts } = readFixture(
      raw`$$a \tag{$x^{2}$}\label{eq:a}$$

$$b \tag{2}\label{eq:b} \text{ by \eqref{eq:a} and \ref{eq:gone}}$$
`,
    );
    const [post] = posts.values();
    const label = post && findLabel(post.facts.labels, 'eq:b');
    const equation = label && equationOf(post, label);
    expect(equation?.shown).toBe('(2)');
    expect(equation?.tex).toContain('\\text{???}');
    expect(equation?.tex).not.toMatch(/\\(?:tag|label|eqref)/);
  });
});
