// Insert Equation Reference on fixtures: `|` is the cursor, `^^^` marks the equation that is chosen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/post/facts.js';
import type { Site } from '../../../src/core/site/site.js';
import { insertReference } from '../../../src/language/equations/insertReference.js';
import { rowAt } from '../../../src/language/equations/equationRow.js';
import { listEquations } from '../../../src/language/equations/listEquations.js';
import { cursorPost, readFixture } from '../../support/blogFixture.js';
import { applyChanges, openText } from '../../support/changes.js';
import { generatedPost } from '../../support/postGenerator.js';
import { propertyRuns } from '../../support/runs.js';

const raw = String.raw;

/** What the posts say then, with `‸` where the writer goes on, or why nothing is written. */
function checkInsert(fixture: string, expected: string, site: Partial<Site> = {}): void {
  const read = readFixture(fixture, site);
  const post = cursorPost(read);
  const [chosen] = read.ranges;
  const holder = read.posts.get(chosen?.path ?? post.path) ?? post;
  const place = rowAt(holder, chosen?.span.start ?? 0);
  if (!place) throw new Error('The mark is in no display.');
  const offset = read.cursor?.offset ?? 0;
  const answer = insertReference({ post, blog: read.blog }, caret(offset), holder, place);
  if (answer.kind === 'refused') {
    expect(answer.why).toBe(expected);
    return;
  }
  const [own, ...others] = answer.posts.map(({ post, changes }) =>
    applyChanges(post.lines.join(''), changes),
  );
  const text = `${own?.slice(0, answer.caret)}‸${own?.slice(answer.caret)}`;
  expect([text, ...others].join('%%\n')).toBe(expected);
}

function caret(offset: number): { readonly start: number; readonly end: number } {
  return { start: offset, end: offset };
}

describe('a reference', () => {
  it('gives its equation a label, and a number where it has none', () => {
    checkInsert(
      raw`
## Loss functions

\begin{equation}
L = -\log p
^^^^^^^^^^^
\end{equation}

By minimising .
              |
`,
      raw`
## Loss functions

\begin{equation}
L = -\log p\label{eq:loss-functions}
\end{equation}

By minimising Eq. \eqref{eq:loss-functions}‸.
`,
    );
    checkInsert(
      '由得，概率流ODE为\n |\n$$x$$\n ^^\n',
      '由式$\\eqref{eq:ode}$‸得，概率流ODE为\n\\begin{equation}\nx\\label{eq:ode}\n\\end{equation}\n',
    );
  });

  it('is written as the others of the post are', () => {
    const equation = '\\begin{equation}x\\label{x}\\end{equation}\n                ^\n';
    const after = '\\begin{equation}x\\label{x}\\end{equation}\n';
    checkInsert(
      `由公式\\eqref{x}和公式\\eqref{x}知\n${equation}又由\n  |\n`,
      `由公式\\eqref{x}和公式\\eqref{x}知\n${after}又由公式\\eqref{x}‸\n`,
    );
    checkInsert(
      `由公式\\eqref{x}知\n${equation}又由公式\n    |\n`,
      `由公式\\eqref{x}知\n${after}又由公式\\eqref{x}‸\n`,
    );
    checkInsert(
      `See (\\ref{x}).\n${equation}and\n   |\n`,
      `See (\\ref{x}).\n${after}and (\\ref{x})‸\n`,
    );
  });

  it('is written as other posts do, where the post has none', () => {
    checkInsert(
      '%% file: a.md\n式\\eqref{x}和\\eqref{x}\n\\begin{equation}x\\label{x}\\end{equation}\n' +
        '%% file: b.md\n由\n |\n\\begin{equation}y\\label{y}\\end{equation}\n                ^\n',
      '由式\\eqref{y}‸\n\\begin{equation}y\\label{y}\\end{equation}\n',
    );
  });

  it('stands bare in a formula', () => {
    checkInsert(
      '由 $a \\overset{}{=} b$\n              |\n\\begin{equation}x\\label{x}\\end{equation}\n                ^\n',
      '由 $a \\overset{\\eqref{x}‸}{=} b$\n\\begin{equation}x\\label{x}\\end{equation}\n',
    );
  });

  it('to another post is a link, whose equation gets its label there', () => {
    checkInsert(
      '%% file: ode.md\n\\begin{equation}x\\end{equation}\n                ^\n%% file: b.md\n由得\n |\n',
      '由[(1)](ode.md#eq:ode)‸得\n%%\n\\begin{equation}x\\label{eq:ode}\\end{equation}\n',
    );
    checkInsert(
      '%% file: about.md\n%% file: content/posts/ode.md\n\\begin{equation}x\\label{x}\\end{equation}\n                ^\n' +
        '%% file: content/posts/b.md\n由得\n |\n',
      '由[(1)](ode.md#x)‸得\n%%\n\\begin{equation}x\\label{x}\\end{equation}\n',
    );
    checkInsert(
      '%% file: ode.md\n\\begin{equation}x\\end{equation}\n                ^\n%% file: b.md\n由$a$\n  |\n',
      'link-in-formula',
    );
  });

  it('is refused where readers would not see it', () => {
    const equation = '\\begin{equation}x\\label{x}\\end{equation}\n                ^\n';
    checkInsert(`\`code\`\n   |\n\n${equation}`, 'not-seen');
    checkInsert(`$\\alpha$\n   |\n\n${equation}`, 'not-seen');
    checkInsert(`<b title="one">two</b>\n      |\n\n${equation}`, 'not-seen');
    checkInsert(`a\n|\n\n${equation}`, 'no-references', { math: 'katex' });
    checkInsert('a\n|\n\n$$x$$\n  ^\n', 'unnumbered-site', { tags: 'none' });
  });
});

describe('is refused where it would take something apart', () => {
  const equation = '\\begin{equation}x\\label{x}\\end{equation}\n                ^\n';

  it.each([
    ['front matter', '---\ntitle: A\n---\n   |\n'],
    ['a thematic break', 'a\n\n---\n   |\n'],
    ['a heading', '## A\n |\n'],
    ['the address of a link', '[one](https://a.example/b)\n                      |\n'],
    [
      'the address of a definition',
      '[one]\n\n[one]: https://a.example/b\n                     |\n',
    ],
    ['a title that is cited', 'See 《公式之美》\n       |\n'],
    ['a comment', 'a <!-- b --> c\n     |\n'],
  ])('%s', (_, text) => {
    checkInsert(`${text}\n${equation}`, 'not-seen');
    const elsewhere = `%% file: a.md\n${text}%% file: b.md\n${equation}`;
    checkInsert(elsewhere, 'not-seen');
  });

  it('the name of a label, and that of an environment, though none is read there', () => {
    checkInsert(`$$y\\tag{2}\\label{one}$$\n               |\n\n${equation}`, 'not-seen');
    checkInsert(`\\end{align}\n       |\n\n${equation}`, 'not-seen');
  });

  it('a link, in whose words no other link can stand', () => {
    checkInsert(`%% file: a.md\n[one two](b.md)\n     |\n%% file: b.md\n${equation}`, 'not-seen');
  });
});

describe('the name of a label', () => {
  /** Of the equation that is marked. */
  function checkName(fixture: string, expected: string): void {
    const read = readFixture(`${fixture}\nend\n|\n`);
    const post = cursorPost(read);
    const place = rowAt(post, read.ranges[0]?.span.start ?? 0);
    if (!place) throw new Error('The mark is in no display.');
    const end = caret(post.lines.join('').length);
    const answer = insertReference({ post, blog: read.blog }, end, post, place);
    const written = answer.kind === 'inserted' ? answer.posts[0].changes : [];
    expect(written.map(({ text }) => text)).toContain(expected);
  }

  it('is called as the labels of the post are', () => {
    checkName(
      '# Loss\n\\begin{equation}y\\label{first}\\end{equation}\n\n\\begin{equation}x\\end{equation}\n                ^\n',
      '\\label{loss}',
    );
  });

  it('is of the words that lead to it, on lines of their own too', () => {
    checkName('# Diffusion\n\n由此得到概率流ODE，即 $x$ 的\n\n$$\nx\n^\n$$\n', '\\label{eq:ode}');
  });

  it('is no name that anything has or is to have', () => {
    checkName(
      '# Loss\n\\begin{equation}y\\label{eq:loss}\\end{equation}\n\n\\eqref{eq:Loss-2}\n\n\\begin{equation}x\\end{equation}\n                ^\n',
      '\\label{eq:loss-3}',
    );
    checkName(
      '%% file: a.md\n\\begin{equation}y\\label{eq:loss}\\end{equation}\n%% file: b.md\n# Loss\n\\begin{equation}x\\end{equation}\n                ^\n',
      '\\label{eq:loss-2}',
    );
  });
});

/** Any equation of a post, referred to at any place. */
const insertions = fc.tuple(generatedPost, fc.nat(), fc.nat());

it('a reference shows the number of the row that was chosen, and nothing else changes but numbers', () => {
  fc.assert(
    fc.property(insertions, ([{ text }, chosen, at]) => {
      const post = openText(text);
      const listed = listEquations(post);
      const place = listed[chosen % Math.max(listed.length, 1)];
      if (!place) return;
      const { blog } = readFixture('');
      const selection = caret(at % (text.length + 1));
      const answer = insertReference({ post, blog }, selection, post, place);
      if (answer.kind === 'refused') return;
      const after = openText(applyChanges(text, answer.posts[0].changes));
      const row = after.facts.displays[place.display]?.rows[place.row];
      const reference = after.facts.references.find(
        ({ span }) => span.start < answer.caret && answer.caret <= span.end + 2,
      );
      expect(row?.labels).toContain(reference?.key);
      expect(row?.number).toBe(reference?.number);
      expect(others(after, place.display)).toEqual(others(post, place.display));
      expect(after.facts.references).toHaveLength(post.facts.references.length + 1);
    }),
    { numRuns: propertyRuns },
  );
});

/** What each other display says, but for what is referred to in it. */
function others({ facts, blocks }: Snapshot, chosen: number): readonly string[] {
  return facts.displays
    .filter((_, at) => at !== chosen)
    .map(({ block, formula, rows }) => {
      const tex = blocks.blocks[block]?.formulas[formula]?.tex.text ?? '';
      const numbered = rows.map(({ number }) => number !== null).join();
      return `${tex.replace(/\\eqref\{[^{}]*\}/g, '')} ${numbered}`;
    });
}
