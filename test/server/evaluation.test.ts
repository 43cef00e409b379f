// Questions to the worker that evaluates: one that was cancelled is given up, and the next has its turn.
import { expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import { DataFinder } from '../../src/server/dataFiles.js';
import { Evaluation } from '../../src/server/evaluation.js';
import { WorkerQueue } from '../../src/server/worker.js';
import { WorksheetFiles } from '../../src/server/worksheetFiles.js';
import { openText } from '../support/changes.js';
import { fakeWorkers } from '../support/fakeWorkers.js';

it('gives up a question that was cancelled', async () => {
  const { start, started } = fakeWorkers();
  const queue = new WorkerQueue({ start, deadline: 60_000, grace: 0, onOverrun: () => undefined });
  const files = {
    maxSize: 0,
    isOnDisk: () => true,
    findBelow: () => Promise.resolve(null),
    readBytesBelow: () => Promise.resolve({ problem: 'missing' } as const),
    stat: () => Promise.resolve(null),
    readBelow: () => Promise.resolve({ problem: 'missing' } as const),
  };
  const evaluation = new Evaluation(queue, new WorksheetFiles({ files, folderOf: () => null }), {
    posts: { uriOf: (_, path) => path, read: () => Promise.resolve(null) },
    data: new DataFinder({ files, folderOf: () => null }),
    pictures: { read: () => Promise.resolve({ pictures: new Map(), uris: [] }) },
  });
  const post = postForEvaluation(openText('$1+1$<!--= -->'));
  const cancelling = new CancellationTokenSource();
  const first = evaluation.ask(post, cancelling.token);
  const second = evaluation.ask(post);
  cancelling.cancel();
  expect(await first).toBeNull();
  await expect.poll(() => started.map(({ ended }) => ended)).toEqual([true, false]);
  started[1]?.answer([]);
  expect(await second).toEqual([]);
});
