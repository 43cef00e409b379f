// An analysis in a page and in the preview: its summary on the line, its findings and its curve below the worksheet. @vitest-environment jsdom
import { expect, it } from 'vitest';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { notesText } from '../../src/evaluate/messages.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { withPictures } from '../../src/render/plots/withPictures.js';
import { resultsByBlock } from '../../src/render/results.js';
import { openText } from '../support/changes.js';

const snapshot = openText('# Post\n\n~~~eval\nanalyse \\operatorname{TaiLr}\n~~~\n');

it('has a table, a curve and a summary', async () => {
  const results = await withPictures(evaluatePost(postForEvaluation(snapshot)));
  const byBlock = resultsByBlock(snapshot, results, (notes) => notesText(notes));
  const block = snapshot.blocks.blocks[1];
  const [shown] = (block && byBlock.get(block)) ?? [];
  expect(shown?.text).toMatch(/^TaiLr, closed form: .*; 1 hold, 2 fail, 0 unknown$/);
  expect(shown?.state).toBe('value');
  const rows = shown?.table?.rows ?? [];
  expect(rows[0]?.heading).toBe('formula of the library');
  const proper = rows.find(({ heading }) => heading === 'proper');
  expect(proper?.cells[0]).toMatch(/^✗ the expected loss at a true probability 0\.7/);
  expect(shown?.plot?.svg).toContain('-\\ln p');
});
