// Jobs for a worker that may hang: in turn, with a deadline, and a fresh worker afterwards.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WorkerQueue } from '../../src/server/worker.js';
import { fakeWorkers } from '../support/fakeWorkers.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs one job at a time, in one worker', async () => {
  const { start, started } = fakeWorkers();
  const queue = new WorkerQueue({ start, deadline: 100, grace: 10, onOverrun: () => undefined });
  const first = queue.run('a').answer;
  const second = queue.run('b').answer;
  expect(started[0]?.posted).toEqual(['a']);
  started[0]?.answer(1);
  expect(started[0]?.posted).toEqual(['a', 'b']);
  started[0]?.answer(2);
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, answer: 1 },
    { ok: true, answer: 2 },
  ]);
  expect(started).toHaveLength(1);
});

it('ends a worker that overruns, and gives the next job to another', async () => {
  const { start, started } = fakeWorkers();
  const overruns: number[] = [];
  const queue = new WorkerQueue({
    start,
    deadline: 100,
    grace: 10,
    onOverrun: () => void overruns.push(1),
  });
  const first = queue.run('a').answer;
  const second = queue.run('b').answer;
  vi.advanceTimersByTime(400);
  expect(await first).toEqual({ ok: false, failure: 'overrun' });
  expect(started[0]?.ended).toBe(true);
  expect(started[1]?.posted).toEqual(['b']);
  // What the ended worker still says is for nobody.
  started[0]?.answer('late');
  started[1]?.answer('in time');
  expect(await second).toEqual({ ok: true, answer: 'in time' });
  expect(overruns).toEqual([1]);
});

it('drops a cancelled job that waits, and the answer of one that runs', async () => {
  const { start, started } = fakeWorkers();
  const queue = new WorkerQueue({ start, deadline: 100, grace: 10, onOverrun: () => undefined });
  const running = queue.run('a');
  const waiting = queue.run('b');
  const last = queue.run('c');
  waiting.cancel();
  running.cancel();
  started[0]?.answer(1);
  expect(started[0]?.posted).toEqual(['a', 'c']);
  expect(await running.answer).toEqual({ ok: false, failure: 'cancelled' });
  expect(await waiting.answer).toEqual({ ok: false, failure: 'cancelled' });
  started[0]?.answer(3);
  expect(await last.answer).toEqual({ ok: true, answer: 3 });
});

it('ends a worker that goes on with a cancelled job', async () => {
  const { start, started } = fakeWorkers();
  const queue = new WorkerQueue({ start, deadline: 100, grace: 10, onOverrun: () => undefined });
  const cancelled = queue.run('a');
  const next = queue.run('b').answer;
  cancelled.cancel();
  vi.advanceTimersByTime(10);
  expect(started[0]?.ended).toBe(true);
  expect(started[1]?.posted).toEqual(['b']);
  started[1]?.answer(2);
  expect(await next).toEqual({ ok: true, answer: 2 });
});

it('goes on in another worker where one exits', async () => {
  const { start, started } = fakeWorkers();
  const queue = new WorkerQueue({ start, deadline: 100, grace: 10, onOverrun: () => undefined });
  const first = queue.run('a').answer;
  started[0]?.exit();
  expect(await first).toEqual({ ok: false, failure: 'ended' });
  const second = queue.run('b').answer;
  expect(started[1]?.posted).toEqual(['b']);
  queue.end();
  expect(await second).toEqual({ ok: false, failure: 'ended' });
  expect(started[1]?.ended).toBe(true);
});
