// The hover on a line of a worksheet that is a table or an analysis: the whole of it, as Markdown.
import { expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { inlayHints } from '../../src/language/inlayHints.js';
import { evaluatedLine } from '../../src/server/evaluatedLine.js';
import { valueHover } from '../../src/server/valueHover.js';
import { openText } from '../support/changes.js';

const line = String.raw`table |t|, t^2, t \in \{-2, 0.5\}`;
const text = `\`\`\`eval\n${line}\n\`\`\`\n`;
const post = openText(text);
const results = evaluatePost(postForEvaluation(post));

it('holds all rows, with headings as they are written', () => {
  expect(valueHover(results, 10, {})?.markdown).toBe(
    [
      String.raw`| ${'`t`'} | ${'`\\|t\\|`'} | ${'`t^2`'} |`,
      '| --- | --: | --: |',
      '| `-2` | 2 | 4 |',
      '| `0.5` | 0.5 | 0.25 |',
    ].join('\n'),
  );
});

it('is short where there is one line for it', () => {
  const hints = inlayHints(
    post,
    results,
    { start: 0, end: text.length },
    { numbers: true, values: true },
  );
  expect(hints).toEqual([{ kind: 'value', offset: text.indexOf('\n```\n'), text: '2 × 2' }]);
  const [result] = results;
  expect(result && evaluatedLine({ uri: 'a.md', lines: post.lines }, result, {})).toMatchObject({
    state: 'value',
    text: '2 × 2',
  });
});

it('lists the findings of an analysis, with a summary for a hint', () => {
  const sheet = '```eval\nanalyse \\operatorname{ClassMAE}\n```\n';
  const analysed = openText(sheet);
  const found = evaluatePost(postForEvaluation(analysed));
  const lines = valueHover(found, 10, {})?.markdown.split('\n') ?? [];
  expect(lines[0]).toMatch(/^- formula of the library: Mean absolute error of a class/);
  expect(lines).toContain('- falls as p grows: ✓ no counterexample in 104 cases');
  const all = { start: 0, end: sheet.length };
  const [hint] = inlayHints(analysed, found, all, { numbers: true, values: true });
  expect(hint?.text).toMatch(/; 2 hold, 1 fail, 0 unknown$/);
});
