// What Insert Plot as SVG and Insert Result as Table write, where, and how the Markdown of a site reads it.
import { describe, expect, it } from 'vitest';
import { layoutOf, type SiteLayout } from '../../src/core/site/layout.js';
import { markdownEngines, type Site } from '../../src/core/site/site.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import type { EvaluationResult } from '../../src/evaluate/result.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { insertedResultsOf, statementName } from '../../src/core/post/insertedResults.js';
import { insertPlot, plotsOf } from '../../src/language/inserted/insertPlot.js';
import { insertTable, tabularAt, tabularResults } from '../../src/language/inserted/insertTable.js';
import { isSameTable } from '../../src/language/inserted/markdownTable.js';
import type { FoundFile } from '../../src/language/inserted/pictureFiles.js';
import { staleInserted } from '../../src/language/inserted/staleInserted.js';
import { markOfPlotFile } from '../../src/render/plots/plotFile.js';
import { withPictures } from '../../src/render/plots/withPictures.js';
import { applyChanges, openText } from '../support/changes.js';

const raw = String.raw;

function worksheet(...lines: readonly string[]): string {
  return ['```eval', ...lines, '```', ''].join('\n');
}

function evaluated(text: string, site: Partial<Site> = {}) {
  const post = openText(text, site);
  return { post, results: evaluatePost(postForEvaluation(post)) };
}

/** The post with the table of the results whose statements are named, or why there is none. */
function withTable(text: string, statements: readonly string[], site: Partial<Site> = {}): string {
  const { post, results } = evaluated(text, site);
  const chosen = tabularResults(results).filter(({ source }) => statements.includes(source));
  const answer = insertTable(post, results, chosen, text.length);
  return answer.kind === 'refused' ? answer.why : applyChanges(text, answer.changes);
}

/** Whether what was inserted is fresh when the post is read again. */
function isFresh(text: string, site: Partial<Site> = {}): boolean {
  const { post, results } = evaluated(text, site);
  const isThere = insertedResultsOf(post).length > 0;
  return isThere && staleInserted(post, results, new Map()).length === 0;
}

describe('a result as a table', () => {
  it.each([
    ['a vector', ['x = [1, 2.5]', 'x'], ['x'], '| $x$ |\n| ---: |\n| 1 |\n| 2.5 |'],
    [
      'a matrix',
      [raw`A = \begin{pmatrix}1&2\\3&4\end{pmatrix}`, 'A'],
      ['A'],
      '| $A$ |  |\n| --- | ---: |\n| 1 | 2 |\n| 3 | 4 |',
    ],
    [
      'several queries',
      ['x = [3, -4]', raw`\|x\|`, raw`\max |x_i|`],
      [raw`\|x\|`, raw`\max |x_i|`],
      raw`| $\Vert x\Vert$ | $\max \vert x_i\vert$ |` + '\n| --- | ---: |\n| 5 | 4 |',
    ],
    [
      'a table, with powers of ten and infinities',
      [raw`table e^{-t},\ t \in \{0, 40\}`, raw`table -\log t,\ t \in \{0\}`],
      [raw`table e^{-t},\ t \in \{0, 40\}`],
      raw`| $t$ | $e^{-t}$ |` +
        '\n| --- | ---: |\n| 0 | 1 |\n' +
        raw`| 40 | $4.24835\times10^{-18}$ |`,
    ],
  ])('%s', (_, lines, statements, table) => {
    const text = worksheet(...lines);
    const written = withTable(text, statements);
    const comment = `<!-- eval-result: ${statements.join(' ;; ')} -->`;
    expect(written).toBe(`${text}\n${comment}\n\n${table}\n`);
    expect(isFresh(written)).toBe(true);
  });

  it('stands below its worksheet, behind what was inserted there, with blank lines around', () => {
    const text = `${worksheet('1/2', '1/4')}Text.\n`;
    const one = withTable(text, ['1/2']);
    const two = withTable(one, ['1/4']);
    expect(two).toBe(
      `${worksheet('1/2', '1/4')}
<!-- eval-result: 1/2 -->

| $1/2$ |
| ---: |
| 0.5 |

<!-- eval-result: 1/4 -->

| $1/4$ |
| ---: |
| 0.25 |

Text.
`,
    );
  });

  it('takes the place of the one that is there', () => {
    const written = withTable(`${worksheet('a = 1', 'a/2')}\nText.\n`, ['a/2']);
    const stale = written.replace('a = 1', 'a = 3');
    expect(isFresh(stale)).toBe(false);
    expect(withTable(stale, ['a/2'])).toBe(stale.replace('| 0.5 |', '| 1.5 |'));
  });

  it('is refused where results make none together, or too large a one', () => {
    const text = worksheet('x = [1, 2]', 'x', '1/2', raw`\mathbf 1_{2000}`);
    expect(withTable(text, ['x', '1/2'])).toBe('table-size');
    expect(withTable(text, [raw`\mathbf 1_{2000}`])).toBe('table-size');
    expect(withTable(text, [])).toBe('no-table');
  });

  it('is that at the caret, or those of a selection in their order', () => {
    const text = worksheet('1/2', 'a = 1', '1/4');
    const { results } = evaluated(text);
    const names = (start: number, end: number): readonly string[] =>
      tabularAt(results, { start, end }).map(({ source }) => source);
    expect(names(9, 9)).toEqual(['1/2']);
    expect(names(8, text.length)).toEqual(['1/2', '1/4']);
    expect(names(0, 0)).toEqual([]);
  });

  it('keeps its statement from ending the comment, or meaning something to a generator', () => {
    const text = worksheet(raw`\frac{{1}}{2}`);
    const written = withTable(text, [raw`\frac{{1}}{2}`]);
    expect(written).toContain(raw`<!-- eval-result: \frac{ {1} }{2} -->`);
    expect(written.slice(text.length)).not.toMatch(/\{\{|\}\}/);
    expect(isFresh(written)).toBe(true);
  });

  it.each(markdownEngines)('is read as meant by the Markdown of %s', (markdown) => {
    const text = worksheet(raw`x_1 = 3`, raw`\|[x_1, 4]\|`, raw`x_1*2*2`, raw`\{1,3\}`, '1');
    const written = withTable(text, [raw`\|[x_1, 4]\|`, raw`x_1*2*2`], { markdown });
    const { post } = evaluated(written, { markdown });
    const tables = post.blocks.blocks.filter(({ kind }) => kind === 'table');
    expect(tables).toHaveLength(1);
    const formulas = tables[0]?.formulas.map(({ tex }) => tex.text.trim()) ?? [];
    expect([[], [raw`\Vert [x_1, 4]\Vert`, 'x_1*2*2']]).toContainEqual(formulas);
    expect(isFresh(written, { markdown })).toBe(true);
  });

  it('is compared without its padding and its alignment', () => {
    expect(isSameTable('| a | b |\n|---|---|\n| 1 | 2 |', 'a|b\r\n:-:|:-\r\n 1 |2')).toBe(true);
    expect(isSameTable('| a |\n|---|\n| 1 |', '| a |\n|---|\n| 1 |\n| 2 |')).toBe(false);
  });
});

const plot = raw`plot t^2,\ t \in [0, 1]`;

interface Blog {
  readonly files?: Readonly<Record<string, FoundFile>>;
  readonly folders?: readonly string[];
  readonly layout?: SiteLayout | null;
}

/** What Insert Plot writes into a post at `post.md`. */
async function plotted(text: string, { files = {}, folders = [], layout = null }: Blog) {
  const { post, results } = evaluated(text);
  return insertFirst(post, await withPictures(results), {
    layout,
    files: { find: (path) => Promise.resolve(files[path] ?? { kind: 'none' }) },
    hasFolder: (path) => Promise.resolve(folders.includes(path)),
  });
}

async function insertFirst(
  post: Snapshot,
  results: readonly EvaluationResult[],
  around: Parameters<typeof insertPlot>[3],
) {
  const answer = await insertPlot(post, plotsOf(results)[0] ?? null, 0, around);
  if (answer.kind === 'refused') return answer.why;
  const text = applyChanges(post.lines.join(''), answer.changes);
  return { text, path: answer.files[0]?.path, file: answer.files[0]?.text ?? '' };
}

const other: FoundFile = { kind: 'text', text: 'other' };

describe('a plot as a picture', () => {
  it.each<[string, string, Blog, string, string]>([
    ['beside the post', '', {}, 'post-plot-1.svg', 'post-plot-1.svg'],
    [
      'in a folder for images',
      '',
      { folders: ['images'] },
      'images/post-plot-1.svg',
      'images/post-plot-1.svg',
    ],
    [
      'where the post has its pictures',
      '![a](/pics/2024/a.png)',
      { layout: layoutOf('Hugo', ''), files: { 'static/pics/2024/a.png': other } },
      'static/pics/2024/post-plot-1.svg',
      '/pics/2024/post-plot-1.svg',
    ],
    [
      'not where pictures are of the network, or missing',
      '![a](https://example.com/a.png) ![b](gone/b.png)',
      {},
      'post-plot-1.svg',
      'post-plot-1.svg',
    ],
    [
      'where the site serves files from',
      '',
      { layout: layoutOf('Jekyll', '') },
      'images/post-plot-1.svg',
      '/images/post-plot-1.svg',
    ],
    [
      'under a name that no other file has',
      '',
      { files: { 'post-plot-1.svg': other, 'post-plot-2.svg': { kind: 'other' } } },
      'post-plot-3.svg',
      'post-plot-3.svg',
    ],
  ])('goes %s', async (_, before, blog, path, target) => {
    const text = `${before}\n\n${worksheet(plot)}`;
    const written = await plotted(text, blog);
    expect(written).toMatchObject({
      path,
      text: `${text}\n<!-- eval-result: ${plot} -->\n\n![t^2, t in (0, 1)](${target})\n`,
    });
  });

  it('has its file and no second link where it is there already', async () => {
    const first = await plotted(worksheet(plot), {});
    if (typeof first === 'string') throw new Error(first);
    expect(markOfPlotFile(first.file)?.statement).toBe(plot);
    const files = { 'post-plot-1.svg': { kind: 'text', text: first.file } } as const;
    expect(await plotted(first.text, { files })).toEqual(first);
    // The link was taken back: the file is used again.
    expect(await plotted(worksheet(plot), { files })).toEqual(first);
  });

  it('is refused where there is none, or none can be drawn', async () => {
    expect(await plotted(worksheet('1/2'), {})).toBe('no-plot');
    expect(await plotted(worksheet(raw`plot 10^{20}t,\ t \in [0, 1]`), {})).toBe('not-drawn');
  });
});

it('takes no other comment for one of ours', () => {
  const others = [
    '<!-- result: 42 -->\n\n| a |\n|---|\n| 1 |\n',
    'Text <!-- eval-result: x -->\n\n| a |\n|---|\n',
    '- <!-- eval-result: x -->\n\n| a |\n|---|\n',
    '```\n<!-- eval-result: x -->\n```\n',
    '<!-- eval-result:\nx -->\n\n| a |\n|---|\n',
  ];
  for (const text of others) expect(insertedResultsOf(openText(text))).toEqual([]);
});

it('names a statement by one line, however it is broken', () => {
  expect(statementName(' a +\r\n  b ')).toBe('a + b');
  expect(statementName('a-->b --- {%')).toBe('a- ->b - - - { %');
  expect(statementName(statementName('a---b;;c{{{d}}}'))).toBe(statementName('a---b;;c{{{d}}}'));
});
