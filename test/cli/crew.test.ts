// Threads that examine posts, and what becomes of a post that ends its thread or holds it.
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Answer, Batch } from '../../src/cli/batch.js';
import { runCrew, type CrewJob, type Threads } from '../../src/cli/crew.js';
import { emptyConfig } from '../../src/core/site/config.js';
import { noMacros } from '../../src/core/numbering/macros.js';
import { assumedSite } from '../../src/core/site/site.js';
import type { WorkerPort } from '../../src/server/worker.js';
import { fakeWorkers } from '../support/fakeWorkers.js';

/** Answers with the path of each post; what a post does to its thread is in its path. */
const code = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ posts, position }) => {
  parentPort.postMessage(posts.map(({ path }, at) => {
    Atomics.store(position, 0, at);
    if (path.startsWith('ends')) process.exit(1);
    if (path.startsWith('fails')) throw new Error('no');
    if (path.startsWith('eats')) for (const all = []; ; ) all.push(new Array(1e6).fill({}));
    return { found: path };
  }));
});
parentPort.postMessage('ready');
`;

function realThread(source: string): WorkerPort {
  const worker = new Worker(source, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    stderr: true,
  });
  worker.on('error', () => undefined);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => void worker.on('exit', listener),
    end: () => void worker.terminate(),
  };
}

function threads(choices: Partial<Threads> = {}): Threads {
  const patience = { post: 60_000, megabyte: 0 };
  return { count: 2, worth: 1, patience, start: () => realThread(code), ...choices };
}

function jobs(paths: readonly string[], key = (at: number) => String(at % 3)): CrewJob[] {
  const setting = {
    site: assumedSite,
    assumed: { markdown: true, math: true, tags: true },
    macros: noMacros,
    rules: emptyConfig.rules,
    detected: null,
    staticFolders: null,
  };
  return paths.map((path, at) => ({
    ...{ file: `blog/${path}`, absolute: `/blog/${path}`, path, worksheet: null },
    ...{ setting, settingKey: key(at), size: 20_000 },
  }));
}

const reading = { cwd: '/', config: undefined, maxSize: 20 };

const oneKey = (): string => 'one';

const found = (path: string): Answer => ({ found: path });
const gaveUp = (path: string): Answer => ({
  problem: { code: 'post.gave-up', path: `blog/${path}` },
});

const many = Array.from({ length: 100 }, (_, at) => `post${at}.md`);

it('answers in the order of the posts', async () => {
  const answers = await runCrew(jobs(many), threads(), reading);
  expect(answers).toEqual(many.map(found));
  expect(await runCrew([], threads(), reading)).toEqual([]);
});

it.each(['ends', 'fails', 'eats'])('loses no more than a post that %s its thread', async (bad) => {
  const paths = [...many.slice(0, 30), `${bad}.md`, ...many.slice(30), `${bad}-too.md`];
  const answers = await runCrew(jobs(paths, oneKey), threads(), reading);
  expect(answers).toEqual(paths.map((path) => (path.startsWith(bad) ? gaveUp(path) : found(path))));
});

it('loses no more than a post that holds its thread too long', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { start, started } = fakeWorkers();
  const patience = { post: 1000, megabyte: 50_000 };
  const answers = runCrew(
    jobs(['a.md', 'hangs.md', 'b.md'], oneKey),
    threads({ start, count: 1, patience }),
    reading,
  );
  const posted = (thread: number): readonly string[] =>
    started[thread]?.posted.flatMap((batch) => (batch as Batch).posts.map(({ path }) => path)) ??
    [];
  started[0]?.answer('ready');
  await vi.advanceTimersByTimeAsync(1999);
  expect(posted(0)).toEqual(['a.md', 'hangs.md', 'b.md']);
  Atomics.store((started[0]?.posted[0] as Batch).position, 0, 1);
  // A post of 20 kB has a second for itself and one for its size.
  await vi.advanceTimersByTimeAsync(1);
  await vi.advanceTimersByTimeAsync(1999);
  expect(started).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(started[0]?.ended).toBe(true);
  started[1]?.answer('ready');
  await vi.advanceTimersByTimeAsync(0);
  expect(posted(1)).toEqual(['a.md', 'b.md']);
  started[1]?.answer([found('a.md'), found('b.md')]);
  expect(await answers).toEqual([found('a.md'), gaveUp('hangs.md'), found('b.md')]);
  expect(started[1]?.ended).toBe(true);
});

it('leaves posts to others where its threads end at once', async () => {
  const start = (): WorkerPort => realThread('process.exit(1)');
  expect(await runCrew(jobs(many), threads({ start }), reading)).toEqual(many.map(() => undefined));
});

it('leaves posts to others where its threads are never ready', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const answers = runCrew(jobs(['a.md']), threads({ start: fakeWorkers().start }), reading);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answers).toEqual([undefined]);
});
