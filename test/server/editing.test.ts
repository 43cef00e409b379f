// What commands would write into a post, as a client asks for it.
import { expect, it } from 'vitest';
import type { ChoicesAnswer, EditAnswer, WrapRequest } from '../../src/protocol/editing.js';
import { startClient } from '../support/startedClient.js';

/** An answer about line 1, column 3 of an open post, in its version or another. */
async function ask<Answer>(
  text: string,
  method: string,
  more: Partial<WrapRequest> = {},
): Promise<Answer> {
  const client = await startClient();
  const uri = client.uri('post.md');
  await client.open(uri, text);
  const place = { line: 1, character: 3 };
  const request = { uri, version: 1, start: place, end: place, ...more };
  return await client.connection.sendRequest(method, request);
}

it('a star is toggled by edits of both names', async () => {
  const answer = await ask<EditAnswer>(
    'x\n\\begin{align}\na\n\\end{align}\n',
    'postulate/toggleStar',
  );
  expect(answer).toEqual({
    kind: 'edits',
    edits: [
      { start: { line: 1, character: 7 }, end: { line: 1, character: 12 }, text: 'align*' },
      { start: { line: 3, character: 5 }, end: { line: 3, character: 10 }, text: 'align*' },
    ],
  });
});

it('a display is wrapped in what was picked of what is offered', async () => {
  const choices = await ask<ChoicesAnswer>('x\n$$ a & b $$\n', 'postulate/wrapChoices');
  expect(choices.kind === 'choices' && choices.names[0]).toBe('align');
  const answer = await ask<EditAnswer>('x\n$$ a & b $$\n', 'postulate/wrap', { name: 'align' });
  expect(answer.kind === 'edits' && answer.edits.map(({ text }) => text)).toEqual([
    '\\begin{align}\n',
    '\n\\end{align}',
  ]);
});

it('a refusal says why, and what to do', async () => {
  const answer = await ask<EditAnswer>('x\n$$ a $$\n', 'postulate/toggleStar');
  expect(answer.kind === 'refused' && answer.message).toMatch(/^A display between \$\$ .*Wrap/);
});

it('another version of the post is not written into', async () => {
  const text = 'x\n\\begin{align}\na\n\\end{align}\n';
  const answer = await ask<EditAnswer>(text, 'postulate/toggleStar', { version: 7 });
  expect(answer.kind === 'refused' && answer.message).toContain('changed');
});

it('the end of an environment is told for the version that was asked about', async () => {
  const place = { line: 1, character: 13 };
  const text = 'x\n\\begin{align}\n';
  const end = { start: place, end: place };
  await expect(ask(text, 'postulate/environmentEnd', end)).resolves.toBe('\n\\end{align}');
  await expect(ask(text, 'postulate/environmentEnd', { ...end, version: 7 })).resolves.toBe(null);
});

it('what is no request has no answer', async () => {
  const client = await startClient();
  for (const method of ['postulate/toggleStar', 'postulate/wrapChoices', 'postulate/wrap']) {
    await expect(client.connection.sendRequest(method, { uri: 7 })).resolves.toBe(null);
    const request = { uri: 'file:///none.md', version: 1 };
    await expect(client.connection.sendRequest(method, request)).resolves.toBe(null);
  }
});
