// Steps of a display that fail are marked in their rows. @vitest-environment jsdom
import katex from 'katex';
import { expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { markSteps } from '../../src/preview/results.js';
import type { BlockResult } from '../../src/protocol/preview.js';
import { typesetMessages } from '../../src/protocol/typesetting.js';
import { renderPage } from '../../src/render/page.js';
import { resultsByBlock } from '../../src/render/results.js';
import { openText } from '../support/changes.js';

const raw = String.raw;

const rows = raw`\begin{aligned}
(t+1)^2 &= t^2 + 2t + 1 \\
&\le t^2 + 2t \\
&\le t^2 + 2t + 2
\end{aligned}`;

/** What the preview is told of the last block but the worksheet. */
function resultsOf(text: string): readonly BlockResult[] {
  const post = openText(text);
  const results = evaluatePost(postForEvaluation(post));
  const byBlock = resultsByBlock(post, results, () => '');
  return post.blocks.blocks.flatMap((block) => byBlock.get(block) ?? []);
}

const post = `<!-- eval: t \\in [0, 1] -->\n\n$$${rows}$$ <!-- check -->\n`;

it('shows of the steps of a display only those that fail, with their rows', () => {
  expect(resultsOf(post)).toEqual([
    expect.objectContaining({
      anchor: 'formula',
      index: 0,
      state: 'fails',
      row: { index: 1, count: 3 },
    }),
  ]);
});

it('marks the row that fails, and no other', () => {
  const block = document.createElement('div');
  block.innerHTML = `<div class="display"><span class="formula" data-formula="0">${katex.renderToString(rows, { displayMode: true })}</span></div>`;
  const marked = (): readonly (string | null)[] =>
    [...block.querySelectorAll('.step-fails')].map(({ textContent }) => textContent);
  markSteps(block, resultsOf(post));
  expect(marked().join('')).toContain('≤t2+2t');
  expect(marked().join('')).not.toContain('+2t+2');
  markSteps(block, []);
  expect(marked()).toEqual([]);
});

it('marks the same row of a page', () => {
  const snapshot = openText(post);
  const byBlock = resultsByBlock(snapshot, evaluatePost(postForEvaluation(snapshot)), () => '');
  const page = document.createElement('div');
  page.innerHTML = renderPage({
    snapshot,
    faults: () => [],
    messages: typesetMessages,
    results: (position) => {
      const block = snapshot.blocks.blocks[position];
      return (block && byBlock.get(block)) ?? [];
    },
    title: 'post',
    styles: [],
    remoteImages: false,
  });
  const marked = [...page.querySelectorAll('.step-fails')].map(({ textContent }) => textContent);
  expect(marked.join('')).toContain('≤t2+2t');
  expect(marked.join('')).not.toContain('+2t+2');
  expect(page.querySelector('.eval-value.fails')?.textContent).toMatch(/^✗/);
});
