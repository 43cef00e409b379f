// What an editor asks about a formula as a measure or as a loss.
import { describe, expect, it } from 'vitest';
import { analysisRequests } from '../../src/protocol/analysis.js';
import type { QuestionAnswer } from '../../src/protocol/server.js';
import { startClient } from '../support/startedClient.js';

const raw = String.raw;

const post = raw`# Sparsity

The measure $S(x)=\frac{\max_i|x_i|}{\sum_i |x_i|}$ of a vector.

$$L(p) = -(1-p)^\gamma\log p$$

A norm: $\|v\|_1$.

${'```'}eval
T(x) = \sum_i x_i^4
${'```'}
`;

async function ask(
  method: string,
  words: string,
  ...given: readonly string[]
): Promise<QuestionAnswer> {
  const client = await startClient({ options: { putsCaret: true } });
  const uri = client.uri('post.md');
  await client.open(uri, post);
  const before = post.slice(0, post.indexOf(words) + 1).split('\n');
  const place = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const request = { uri, start: place, end: place, given };
  return client.connection.sendRequest<QuestionAnswer>(method, request);
}

describe('an analysis', () => {
  it('is of the function at the caret', async () => {
    const answer = await ask(analysisRequests.measure, 'S(x)=');
    if (answer.kind !== 'analysis') throw new Error(answer.kind);
    expect(answer.summary).toMatch(/ hold, /);
    expect(answer.source).toBe(raw`S(x)=\frac{\max_i|x_i|}{\sum_i |x_i|}`);
    const scaling = answer.rows.find(({ heading }) => heading === 'scaling (D2)');
    expect(scaling).toMatchObject({ verdict: 'holds', paste: null });
    const cloning = answer.rows.find(({ heading }) => heading === 'cloning (D4)');
    expect(cloning).toMatchObject({ verdict: 'fails', paste: 'S([1, 1, 1, 1]) < S([1, 1])' });
  });

  it('asks for what has no value, and says why a line cannot be used', async () => {
    const unbound = { kind: 'unbound', name: raw`\gamma`, wants: 'value' };
    expect(await ask(analysisRequests.loss, 'L(p) =')).toEqual(unbound);
    const found = await ask(analysisRequests.loss, 'L(p) =', raw`\gamma = 2`);
    expect(found.kind === 'analysis' ? found.summary : '').toMatch(/Focal loss/);
    const fault = await ask(analysisRequests.loss, 'L(p) =', raw`\gamma = 1/0`);
    expect(fault).toMatchObject({ kind: 'fault', line: 0 });
  });

  it('says what keeps a formula from being a loss', async () => {
    const answer = await ask(analysisRequests.loss, raw`\|v\|_1`);
    expect(answer).toMatchObject({ kind: 'problem' });
  });

  it('offers the functions of the post where no formula stands', async () => {
    const answer = await ask(analysisRequests.measure, 'of a vector');
    expect(answer).toMatchObject({
      kind: 'choose',
      functions: [
        { source: raw`S(x)=\frac{\max_i|x_i|}{\sum_i |x_i|}` },
        { source: raw`L(p) = -(1-p)^\gamma\log p` },
        { source: raw`T(x) = \sum_i x_i^4`, start: { line: 9, character: 0 } },
      ],
    });
  });
});
