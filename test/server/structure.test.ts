// Folding and growing selections, as an editor asks for them.
import { expect, it } from 'vitest';
import type { FoldingRange, SelectionRange } from 'vscode-languageserver';
import { startClient } from '../support/startedClient.js';

async function ask<Answer>(text: string, method: string, more: object = {}): Promise<Answer> {
  const client = await startClient();
  const uri = client.uri('post.md');
  await client.open(uri, text);
  return await client.request(method, uri, more);
}

it('displays can be folded', async () => {
  const text = 'x\n\\begin{align}\na\n\\end{align}\n';
  await expect(ask<FoldingRange[]>(text, 'textDocument/foldingRange')).resolves.toEqual([
    { startLine: 1, endLine: 3 },
  ]);
});

it('a selection grows in a formula, and nowhere else', async () => {
  const inFormula = { line: 0, character: 9 };
  const inText = { line: 0, character: 1 };
  const text = 'text $x_{i}$\n';
  const [inside, outside] = await ask<SelectionRange[]>(text, 'textDocument/selectionRange', {
    positions: [inFormula, inText],
  });
  const sizes: number[] = [];
  for (let at = inside; at; at = at.parent) {
    sizes.push(at.range.end.character - at.range.start.character);
  }
  expect(sizes).toEqual([1, 3, 5, 7]);
  expect(outside).toEqual({ range: { start: inText, end: inText } });
  const none = ask(text, 'textDocument/selectionRange', { positions: [inText] });
  await expect(none).resolves.toBe(null);
});
