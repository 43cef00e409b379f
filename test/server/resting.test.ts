// Answers about a whole post that wait until typing rests.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { assumedSite } from '../../src/core/site/site.js';
import { Resting } from '../../src/server/resting.js';
import { PostStore } from '../../src/server/store.js';

const uri = 'file:///post.md';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function openPost(): { type: () => void; resting: Resting } {
  const store = new PostStore();
  const resting = new Resting(store);
  store.open(uri, 1, 'text\n', { path: 'post.md', site: assumedSite });
  const start = { line: 0, column: 0 };
  return {
    resting,
    type: () => {
      store.edit(uri, 2, [{ start, end: start, text: 'a' }]);
    },
  };
}

/** An answer that takes so many milliseconds of the server. */
function busyFor(milliseconds: number): () => string {
  return () => {
    vi.advanceTimersByTime(milliseconds);
    return 'answer';
  };
}

it('answers at once what costs little, and what was never asked', async () => {
  const { resting, type } = openPost();
  const { token } = new CancellationTokenSource();
  type();
  expect(await resting.answer({ kind: 'hints', uri, token }, busyFor(2))).toBe('answer');
  type();
  expect(await resting.answer({ kind: 'hints', uri, token }, busyFor(2))).toBe('answer');
});

it('waits behind the last key as long as five such answers take', async () => {
  const { resting, type } = openPost();
  const { token } = new CancellationTokenSource();
  await resting.answer({ kind: 'hints', uri, token }, busyFor(40));
  type();
  const compute = vi.fn(busyFor(40));
  const answer = resting.answer({ kind: 'hints', uri, token }, compute);
  await vi.advanceTimersByTimeAsync(150);
  type();
  await vi.advanceTimersByTimeAsync(150);
  expect(compute).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60);
  expect(compute).toHaveBeenCalledOnce();
  expect(await answer).toBe('answer');
});

it('does not compute what nobody waits for any more', async () => {
  const { resting, type } = openPost();
  const source = new CancellationTokenSource();
  await resting.answer({ kind: 'hints', uri, token: source.token }, busyFor(40));
  type();
  const compute = vi.fn(busyFor(40));
  const answer = resting.answer({ kind: 'hints', uri, token: source.token }, compute);
  source.cancel();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await answer).toBeNull();
  expect(compute).not.toHaveBeenCalled();
});
