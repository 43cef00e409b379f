// What the rule about symbols keeps of formulas while a post is edited.
import { expect, it } from 'vitest';
import { symbolDrift } from '../../src/checks/symbolDrift.js';
import { editSnapshot, openSnapshot } from '../../src/core/post/snapshot.js';
import { assumedSite } from '../../src/core/site/site.js';

it('reads formulas again when an edit gives their macros another meaning', () => {
  const uses = '$\\X^\\top$\n\n'.repeat(8);
  const text = `$\\newcommand{\\X}{\\mathbf{X}}$\n\n${uses}$\\X^T$\n`;
  const post = openSnapshot({ path: 'post.md', version: 1, text, site: assumedSite });
  const column = text.indexOf('\\mathbf');
  const start = { line: 0, column };
  const edit = { start, end: { line: 0, column: column + '\\mathbf{X}'.length }, text: 'X' };
  const edited = editSnapshot(post, 2, [edit]).snapshot;
  const found = [post, edited].map((post) =>
    symbolDrift.check({
      post,
      results: [],
      assumed: { markdown: false, math: false, tags: false },
    }),
  );
  expect(found.map(({ length }) => length)).toEqual([1, 0]);
});
