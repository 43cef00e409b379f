// Wrap in Environment on fixtures: `|` is the cursor, `^^^` the selection.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/post/facts.js';
import { markdownEngines, type Site } from '../../src/core/site/site.js';
import { shiftSpan, type Span } from '../../src/core/text/span.js';
import { wrapChoices, wrapInEnvironment } from '../../src/language/wrapInEnvironment.js';
import { applyChanges, openText, readMarkedPost } from '../support/changes.js';
import { generatedPost } from '../support/postGenerator.js';

const raw = String.raw;

/** What stands there then, or why not. */
function checkWrap(
  fixture: string,
  name: string,
  expected: string,
  site: Partial<Site> = {},
): void {
  const { post, selection } = readMarkedPost(fixture, site);
  const answer = wrapInEnvironment(post, selection, name);
  expect(
    answer.kind === 'refused' ? answer.why : applyChanges(post.lines.join(''), answer.changes),
  ).toBe(expected);
}

/** The first of what can be picked. */
function checkChoices(fixture: string, first: readonly string[], site: Partial<Site> = {}): void {
  const { post, selection } = readMarkedPost(fixture, site);
  const answer = wrapChoices(post, selection);
  expect(answer.kind === 'refused' ? [answer.why] : answer.names.slice(0, first.length)).toEqual(
    first,
  );
}

describe('Wrap in Environment', () => {
  it('puts an environment in place of the delimiters of a display', () => {
    checkWrap(
      '于是$$ a=b $$其中\n     |\n',
      'equation',
      '于是\\begin{equation}\na=b\n\\end{equation}其中\n',
    );
    checkWrap(
      raw`
$$
a &= b \\
|
&= c
$$
`,
      'align',
      raw`
\begin{align}
a &= b \\
&= c
\end{align}
`,
    );
    checkWrap('\\[ a \\]\n   |\n', 'gather*', '\\begin{gather*}\na\n\\end{gather*}\n');
  });

  it('makes another environment of an environment, without what the old one was told', () => {
    checkWrap(
      '\\begin{equation}a\\label{eq:a}\\end{equation}\n                 |\n',
      'align',
      '\\begin{align}a\\label{eq:a}\\end{align}\n',
    );
    checkWrap(
      '$$\n\\begin{align}a\\end{align}\n   |\n$$\n',
      'gather',
      '$$\n\\begin{gather}a\\end{gather}\n$$\n',
    );
    checkWrap(
      '\\begin{alignat}{2}a\\end{alignat}\n    |\n',
      'align',
      '\\begin{align}a\\end{align}\n',
    );
  });

  it('goes around what is no display of its own', () => {
    checkWrap(
      '\\begin{CD}a\\end{CD}\n         |\n',
      'equation',
      '\\begin{equation}\n\\begin{CD}a\\end{CD}\n\\end{equation}\n',
    );
    checkWrap(
      '$$\\begin{aligned}a\\end{aligned}$$\n    |\n',
      'equation',
      '\\begin{equation}\n\\begin{aligned}a\\end{aligned}\n\\end{equation}\n',
    );
  });

  it('stays in quotes, lists and the rows of tables', () => {
    checkWrap(
      '> - so $$a$$ is\n         |\n',
      'equation',
      '> - so \\begin{equation}\n>   a\n>   \\end{equation} is\n',
    );
    checkWrap(
      '| a |\n|---|\n| $$a$$ |\n     |\n',
      'equation',
      '| a |\n|---|\n| \\begin{equation} a \\end{equation} |\n',
    );
    checkWrap(
      '## So $$a$$\n         |\n',
      'equation*',
      '## So \\begin{equation*} a \\end{equation*}\n',
    );
  });

  it('keeps the line ends of the post', () => {
    const post = openText('text\r\n$$a$$\r\n');
    const answer = wrapInEnvironment(post, { start: 8, end: 8 }, 'equation');
    expect(answer.kind === 'changes' && answer.changes.map(({ text }) => text)).toEqual([
      '\\begin{equation}\r\n',
      '\r\n\\end{equation}',
    ]);
  });

  it('takes selected TeX, in the text and in a formula', () => {
    checkWrap(
      'so a = b.\n   ^^^^^\n',
      'equation',
      'so \\begin{equation}\na = b\n\\end{equation}.\n',
    );
    checkWrap('so $x$ is\n   ^^^\n', 'equation', 'so \\begin{equation}\nx\n\\end{equation} is\n');
    checkWrap(
      '$$f = 1 & 2$$\n      ^^^^^\n',
      'cases',
      '$$f = \\begin{cases} 1 & 2 \\end{cases}$$\n',
    );
    checkWrap(
      raw`
\begin{equation}
a &= b
^^^^^^
\end{equation}
`,
      'aligned',
      raw`
\begin{equation}
\begin{aligned}
a &= b
\end{aligned}
\end{equation}
`,
    );
  });

  it('leaves the dollar signs where they keep Markdown away', () => {
    const site = { markdown: 'kramdown' } as const;
    checkWrap('$$\na\n|\n$$\n', 'align', '$$\\begin{align}\na\n\\end{align}$$\n', site);
    checkWrap('text $$a$$ text\n        |\n', 'align', 'inline', site);
  });

  it('says why where it cannot', () => {
    checkWrap('text\n |\n', 'align', 'no-display');
    checkWrap('so $x$ is\n    |\n', 'align', 'inline');
    checkWrap('so $x$ is $y$\n   ^^^^^^^^^^\n', 'align', 'mixed');
    checkWrap('so $x$ is\n^^^^^\n', 'align', 'mixed');
    checkWrap('$$\\frac{a}{b}$$\n       ^^^^^\n', 'aligned', 'unbalanced');
    checkWrap('$$\\left(a\\right)$$\n  ^^^^^^^\n', 'aligned', 'unbalanced');
    checkWrap('`a = b`\n ^^^^^\n', 'align', 'mixed');
    checkWrap('```\na = b\n^^^^^\n```\n', 'align', 'mixed');
  });

  it('proposes what fits first', () => {
    checkChoices('$$a = b$$\n   |\n', ['equation', 'align', 'equation*', 'align*']);
    checkChoices('$$a &= b$$\n   |\n', ['align', 'equation', 'equation*', 'align*']);
    checkChoices('$$\\begin{cases}1\\\\0\\end{cases}$$\n   |\n', ['equation']);
    checkChoices('\\begin{equation*}a\\\\b\\end{equation*}\n             |\n', [
      'align*',
      'equation',
    ]);
    checkChoices('$$a &= b$$\n  ^^^^^^\n', ['aligned', 'cases', 'pmatrix']);
    checkChoices(
      '$$a$$\n   |\n',
      ['equation', 'align', 'equation*', 'align*', 'gather', 'gather*'],
      {
        math: 'katex',
      },
    );
    checkChoices('text\n |\n', ['no-display']);
  });

  it('moves the numbers behind it by those that it takes', () => {
    const text = raw`
$$ a \\ b $$

\begin{equation}c\label{eq:c}\end{equation}

$$d\tag{x}\label{eq:d}$$
`;
    const numbers = (name: string): readonly (string | null)[] => {
      const answer = wrapInEnvironment(openText(text), { start: 3, end: 3 }, name);
      const changes = answer.kind === 'changes' ? answer.changes : [];
      return openText(applyChanges(text, changes)).facts.labels.map(({ number }) => number);
    };
    expect(numbers('equation*')).toEqual(['1', 'x']);
    expect(numbers('equation')).toEqual(['2', 'x']);
    expect(numbers('align')).toEqual(['3', 'x']);
  });

  it('leaves the rest of the post as it is, its other displays with their numbers', () => {
    const markdown = fc.constantFrom(...markdownEngines);
    fc.assert(
      fc.property(generatedPost, fc.nat(), fc.nat(), markdown, (made, at, pick, engine) => {
        const { text } = made;
        const before = openText(text, { markdown: engine });
        const displays = displaysOf(before);
        const index = displays.length === 0 ? 0 : at % displays.length;
        const display = displays[index];
        if (!display) return;
        const caret = { start: display.span.start + 1, end: display.span.start + 1 };
        const choices = wrapChoices(before, caret);
        if (choices.kind === 'refused') return;
        const name = choices.names[pick % choices.names.length] ?? '';
        const answer = wrapInEnvironment(before, caret, name);
        // Only Markdown that leaves formulas alone can promise it.
        if (answer.kind === 'refused' && engine !== 'raw') return;
        if (answer.kind === 'refused') throw new Error(answer.why);
        const changed = applyChanges(text, answer.changes);
        expect(changed.startsWith(text.slice(0, display.span.start))).toBe(true);
        expect(changed.endsWith(text.slice(display.span.end))).toBe(true);
        checkOthers(before, openText(changed, { markdown: engine }), index, name);
      }),
    );
  });
});

interface PlacedDisplay {
  readonly tex: string;
  readonly span: Span;
}

function displaysOf({ blocks }: Snapshot): readonly PlacedDisplay[] {
  return blocks.blocks.flatMap(({ formulas }, index) =>
    formulas
      .filter(({ display }) => display)
      .map(({ tex, span }) => ({
        tex: tex.text,
        span: shiftSpan(span, blocks.starts[index] ?? 0),
      })),
  );
}

function checkOthers(before: Snapshot, after: Snapshot, index: number, name: string): void {
  const others = (post: Snapshot): readonly string[] =>
    displaysOf(post)
      .filter((_, at) => at !== index)
      .map(({ tex }) => tex);
  expect(others(after)).toEqual(others(before));
  expect(displaysOf(after)[index]?.tex).toContain(`\\begin{${name}}`);
}
