// Tables of worksheets, the same in a page and in the preview. @vitest-environment jsdom
import { expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { writeResults } from '../../src/preview/results.js';
import type { BlockResult } from '../../src/protocol/preview.js';
import { typesetMessages } from '../../src/protocol/typesetting.js';
import { renderPage } from '../../src/render/page.js';
import { resultsByBlock } from '../../src/render/results.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

const post = raw`# Post

~~~eval
table t^2, t \in \{1, 2\}
table t^2, \sqrt{t}, t \in \{1, 4\}
table s, s \in [1]
1+1
~~~

> ~~~eval
> table r, r \in \{0.5\}
> ~~~
`;

const snapshot = openText(post);
const byBlock = resultsByBlock(snapshot, evaluatePost(postForEvaluation(snapshot)), () => '');

function resultsOf(position: number): readonly BlockResult[] {
  const block = snapshot.blocks.blocks[position];
  return (block && byBlock.get(block)) ?? [];
}

function pageWith(results: (position: number) => readonly BlockResult[]): Document {
  const html = renderPage({
    snapshot,
    faults: () => [],
    messages: typesetMessages,
    results,
    title: '',
    styles: [],
    remoteImages: false,
  });
  return new DOMParser().parseFromString(html, 'text/html');
}

function tablesOf(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll('.eval-table')];
}

const page = pageWith(resultsOf);

it('stand below their worksheet, in their order', () => {
  const captions = [...page.querySelectorAll('caption')].map(({ textContent }) => textContent);
  expect(captions).toEqual([
    raw`t^2, t \in \{1, 2\}`,
    raw`t^2, \sqrt{t}, t \in \{1, 4\}`,
    raw`s, s \in [1]`,
    raw`r, r \in \{0.5\}`,
  ]);
  expect(page.querySelectorAll('.worksheet ~ .eval-table')).toHaveLength(4);
  expect(page.querySelectorAll('blockquote .eval-table')).toHaveLength(1);
  const values = [...page.querySelectorAll('.eval-value')].map(({ textContent }) => textContent);
  expect(values).toEqual(['2 × 1', '2 × 2', '1 × 1', '= 2', '1 × 1']);
});

it('name their rows and columns', () => {
  const [, table] = tablesOf(page);
  const cells = [...(table?.querySelectorAll('th, td') ?? [])];
  const named = cells.map((cell) => `${cell.getAttribute('scope') ?? ''} ${cell.textContent}`);
  expect(named).toEqual([
    'col t',
    'col t^2',
    raw`col \sqrt{t}`,
    'row 1',
    ' 1',
    ' 1',
    'row 4',
    ' 16',
    ' 2',
  ]);
});

it('are the same in the preview, and go with their results', () => {
  const preview = pageWith(() => []);
  const block = preview.querySelector('.worksheet')?.parentElement;
  const position = snapshot.blocks.blocks.findIndex((each) => byBlock.has(each));
  const results = resultsOf(position);
  if (!block) throw new Error('no worksheet');
  const html = (root: ParentNode): readonly string[] =>
    tablesOf(root).map(({ outerHTML }) => outerHTML);
  // What is there already is not written again.
  for (const written of [3, 0]) {
    expect(writeResults(block, results)).toHaveLength(written);
    expect(html(preview)).toEqual(html(page).slice(0, 3));
  }
  expect(writeResults(block, [])).toEqual([]);
  expect(html(preview)).toEqual([]);
});
