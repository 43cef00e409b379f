// Pictures of equations: each is made once, whoever asks, and what takes too long is not tried again.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pictures } from '../../src/server/pictures.js';
import { WorkerQueue } from '../../src/server/worker.js';
import { fakeWorkers } from '../support/fakeWorkers.js';

const overrun = 400;

function setUp() {
  const { start, started } = fakeWorkers();
  const choices = { start, deadline: 100, grace: 10, onOverrun: () => undefined };
  const pictures = new Pictures(new WorkerQueue(choices));
  const cancels: (() => void)[] = [];
  const ask = (tex: string): Promise<string | null> =>
    pictures.picture({ tex, display: true, preamble: [], colour: '#000000' }, (cancel) =>
      cancels.push(cancel),
    );
  return { ask, cancels, started };
}

const posted = (tex: string) => ({ tex, display: true, preamble: [], colour: '#000000' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('makes one picture for all who ask at once, and keeps it', async () => {
  const { ask, started } = setUp();
  const asked = Array.from({ length: 10 }, () => ask('x'));
  started[0]?.answer({ svg: '<svg/>' });
  const pictures = await Promise.all(asked);
  expect(new Set(pictures)).toEqual(new Set([`data:image/svg+xml;base64,${btoa('<svg/>')}`]));
  expect(await ask('x')).toBe(pictures[0]);
  expect(started[0]?.posted).toEqual([posted('x')]);
});

it('does not try again what took too long', async () => {
  const { ask, started } = setUp();
  const asked = [ask('x'), ask('x')];
  vi.advanceTimersByTime(overrun);
  expect(await Promise.all(asked)).toEqual([null, null]);
  expect(await ask('x')).toBe(null);
  expect(started).toHaveLength(1);
});

it('is given up when the last who asked has lost interest, and made anew for the next', async () => {
  const { ask, cancels, started } = setUp();
  const [first, second] = [ask('x'), ask('x')];
  cancels[0]?.();
  vi.advanceTimersByTime(50);
  expect(started[0]?.ended).toBe(false);
  cancels[1]?.();
  expect(await Promise.all([first, second])).toEqual([null, null]);
  const third = ask('x');
  vi.advanceTimersByTime(10);
  expect(started[0]?.ended).toBe(true);
  started[1]?.answer({ svg: '<svg/>' });
  expect(await third).toContain('data:image/svg+xml');
});

it('asks no worker for TeX of any length', async () => {
  const { ask, started } = setUp();
  expect(await ask('x'.repeat(20_001))).toBe(null);
  expect(started).toEqual([]);
});
