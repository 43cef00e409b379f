// Items that come while others are worked through.
import { expect, it } from 'vitest';
import { Gathering } from '../../src/server/gathering.js';
import { eventually } from '../support/waiting.js';

it('takes what comes meanwhile together in one more pass', async () => {
  const passes: (readonly string[])[] = [];
  let release: () => void = () => undefined;
  const gathering = new Gathering(async (items) => {
    passes.push(items);
    await new Promise<void>((resolve) => (release = resolve));
  });
  const first = gathering.add(['a', 'b', 'a']);
  void gathering.add(['c']);
  const last = gathering.add(['a', 'c']);
  release();
  await eventually(() =>
    expect(passes).toEqual([
      ['a', 'b'],
      ['c', 'a'],
    ]),
  );
  release();
  await Promise.all([first, last]);
  expect(passes).toHaveLength(2);
});

it('goes on after a pass that failed', async () => {
  const gathering = new Gathering(([item]) =>
    item === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve(),
  );
  await expect(gathering.add(['bad'])).rejects.toThrow('bad');
  await expect(gathering.add(['good'])).resolves.toBeUndefined();
});
