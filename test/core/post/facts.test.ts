// What a post states: the numbers, labels, references, title and links of small posts.
import { describe, expect, it } from 'vitest';
import type { PostFacts, Snapshot } from '../../../src/core/post/facts.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite, type Site } from '../../../src/core/site/site.js';
import { blockTexts } from '../../../src/render/blockTexts.js';
import { quickWork, workOf } from '../../support/waiting.js';

function open(text: string, site: Partial<Site> = {}): Snapshot {
  return openSnapshot({ path: 'a.md', version: 1, text, site: { ...assumedSite, ...site } });
}

/** The text of a span in a post, to see that places are those of the source. */
function textAt(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

function checkNumbers(
  text: string,
  expected: readonly string[],
  site: Partial<Site> = {},
): PostFacts {
  const { facts } = open(text, site);
  const found = facts.displays.map(
    ({ environment, error, rows }) =>
      `${environment}: ${error?.code ?? rows.map(({ shown, labels }) => [shown ?? '-', ...labels].join(' ')).join(', ')}`,
  );
  expect(found).toEqual(expected);
  return facts;
}

const raw = String.raw;

describe('displays of a post', () => {
  it('numbers bare environments, with text touching them', () => {
    const text = raw`设有
\begin{equation}x=1\label{eq:a}\end{equation}
则
\begin{align}a&=b\label{eq:b}\\&=c\end{align}
见式$\eqref{eq:b}$和\eqref{eq:a}。
$$y$$
`;
    const facts = checkNumbers(text, ['equation: (1) eq:a', 'align: (2) eq:b, (3)', '$$: -']);
    expect(facts.references.map(({ key, number, inFormula }) => [key, number, inFormula])).toEqual([
      ['eq:b', '2', true],
      ['eq:a', '1', false],
    ]);
  });

  it('says where everything stands in the source', () => {
    const text = raw`一
> 引用
> \begin{align}
> a\label{eq:a}\\
> b
> \end{align}

- 项 $\eqref{eq:a}$`;
    const { displays, labels, references } = open(text).facts;
    const [display] = displays;
    expect(display).toMatchObject({ line: 2, endLine: 5, environment: 'align' });
    expect(labels.map(({ span }) => textAt(text, span))).toEqual([raw`\label{eq:a}`]);
    expect(labels.map(({ keySpan }) => textAt(text, keySpan))).toEqual(['eq:a']);
    expect(display?.rows.map(({ span }) => textAt(text, span))).toEqual([raw`a\label{eq:a}`, 'b']);
    expect(references.map(({ span }) => textAt(text, span))).toEqual([raw`\eqref{eq:a}`]);
  });

  it('sees nothing in code, comments and escapes', () => {
    checkNumbers(
      [
        '```',
        raw`\begin{equation}x\end{equation}`,
        '```',
        raw`<!-- \begin{equation}x\label{a}\end{equation} -->`,
        '',
        raw`Code \`\begin{equation}x\end{equation}\` here.`.replaceAll('\\`', '`'),
        '',
        raw`\begin{equation}y\label{a}\end{equation}`,
      ].join('\n'),
      ['equation: (1) a'],
    );
  });

  it('carries macros of numbering from formula to formula', () => {
    checkNumbers(
      raw`$\newcommand{\be}{\begin{equation}}\newcommand{\ee}{\end{equation}}$

$$\be x\label{a}\ee$$

$\newcommand{\lab}[1]{\label{#1}}$ \begin{align}x\lab{b}\\y\end{align}`,
      ['equation: (1) a', 'align: (2) b, (3)'],
    );
  });

  it('numbers as its site does', () => {
    const text = raw`$$x$$

\begin{equation}y\label{a}\end{equation}`;
    checkNumbers(text, ['$$: -', 'equation: - a'], { tags: 'none' });
    checkNumbers(text, ['$$: (1)', 'equation: (2) a'], { tags: 'all' });
  });
});

describe('labels without a number', () => {
  it.each([
    [raw`\begin{equation*}x\label{a}\end{equation*}`, 'row-without-number'],
    [raw`\begin{align}x\notag\label{a}\\y\end{align}`, 'moved-to-next-row'],
    [raw`\begin{equation}x\label{a}\label{b}\end{equation}`, 'display-in-error'],
    [raw`$x\label{a}$`, 'inline'],
    [raw`\begin{equation}x\label{a}\end{equation}`, null],
  ])('%s: %s', (text, fault) => {
    expect(open(text).facts.labels[0]).toMatchObject({ key: 'a', fault });
  });

  it('knows the inner environments of MathJax 3', () => {
    const text = raw`\begin{equation}\begin{split}x\label{a}\end{split}\end{equation}`;
    expect(open(text, { math: 'mathjax3' }).facts.labels).toMatchObject([
      { key: 'a', number: null, fault: 'inner-environment' },
    ]);
    expect(open(text).facts.labels).toMatchObject([{ key: 'a', number: '1', fault: null }]);
  });

  it('lists later duplicates, which have no number', () => {
    const text = raw`\begin{equation}x\label{a}\end{equation}

\begin{equation}x\label{a}\end{equation}`;
    const { labels, displays } = open(text).facts;
    expect(labels.map(({ number, fault }) => [number, fault])).toEqual([
      ['1', null],
      [null, 'display-in-error'],
    ]);
    expect(displays[1]?.error).toMatchObject({ code: 'duplicate-label', subject: 'a' });
  });
});

describe('the title', () => {
  it.each([
    ['---\ntitle: 一个标题\n---\n# 另一个\n', '一个标题'],
    ['---\ntitle: "A: b"\ndate: 2024-01-01\n---\n', 'A: b'],
    ['---\ntitle: A: b\n---\n', 'A: b'],
    ['+++\ntitle = "Hugo"\n+++\n# x\n', 'Hugo'],
    ['---\ndate: 2024-01-01\n---\n\n## 二\n\n# 一\n', '一'],
    ['---\ntitle: 2024\n---\n', '2024'],
    ['text\n', null],
  ])('%j', (text, title) => {
    expect(open(text).facts.title).toBe(title);
  });
});

describe('links', () => {
  it('resolves links by label and leaves other brackets', () => {
    const { links } = open('[a][b] 和 [c](d.md) [e]\n\n[B]: f.md "T"\n').facts;
    expect(links.map(({ target, text }) => [text, target])).toEqual([
      ['a', 'f.md'],
      ['c', 'd.md'],
    ]);
  });
});

describe('headings', () => {
  it('knows their lines and places', () => {
    const text = '一\n\n# 二\n\n> ## 三\n';
    const { headings } = open(text).facts;
    expect(
      headings.map(({ line, level, span }) => [line, level, textAt(text, span).trim()]),
    ).toEqual([
      [2, 1, '二'],
      [4, 2, '三'],
    ]);
  });
});

describe('the numbers of a block', () => {
  it('gives rows and references as readers see them', () => {
    const text = raw`\begin{align}a\label{a}\\b\notag\\c\tag*{q}\label{q}\end{align}
式$\eqref{a}$，\ref{q}，\eqref{nowhere}

$$x$$

文`;
    const snapshot = open(text);
    const numbers = snapshot.blocks.blocks.map((_, block) => {
      const { rows, references } = blockTexts(snapshot, block, [], []);
      return { rows, references };
    });
    expect(numbers).toEqual([
      { rows: ['(1)', '', 'q'], references: ['(1)', 'q', null] },
      { rows: [''], references: [] },
      { rows: [], references: [] },
    ]);
  });
});

describe('front matter made to be slow', () => {
  const key = (at: number): string => `key${at}`;

  it.each([
    ['keys', (at: number) => `${key(at)}: a\n`],
    ['aliases', (at: number) => `${key(at)}: ${at === 0 ? '&a [b]' : '*a'}\n`],
  ])('of many %s is read in time', (_, line) => {
    const lines = Array.from({ length: 30_000 }, (_, at) => line(at));
    const text = `---\n${lines.join('')}title: Last\n---\n`;
    let title: string | null = null;
    const work = workOf(() => {
      title = open(text).facts.title;
    });
    expect(title).toBe('Last');
    expect(work).toBeLessThan(quickWork);
  });
});
