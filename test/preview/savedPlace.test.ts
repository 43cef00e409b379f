// What the preview keeps over a reload of the window: its post, and the line that was seen.
import { expect, it } from 'vitest';
import { SavedPlace } from '../../src/preview/savedPlace.js';

function keeper(state: unknown) {
  let kept = state;
  return { getState: () => kept, setState: (next: unknown) => void (kept = next) };
}

it('comes back to the line of the same post', () => {
  const state = keeper(undefined);
  new SavedPlace(state, 'file:///a.md').save(12);
  expect(state.getState()).toEqual({ uri: 'file:///a.md', line: 12, zoom: 1 });
  expect(new SavedPlace(state, 'file:///a.md').line).toBe(12);
});

it.each([
  null,
  'text',
  { uri: 'file:///b.md', line: 3 },
  { uri: 'file:///a.md', line: -1 },
  { uri: 'file:///a.md', line: 1.5 },
  { uri: 'file:///a.md', line: '3' },
  { uri: 'file:///a.md' },
])('begins at the top where the state is %j', (state) => {
  const kept = keeper(state);
  expect(new SavedPlace(kept, 'file:///a.md').line).toBe(0);
  expect(kept.getState()).toEqual({ uri: 'file:///a.md', line: 0, zoom: 1 });
});

it('keeps its zoom from post to post', () => {
  const state = keeper(undefined);
  new SavedPlace(state, 'file:///a.md').saveZoom(1.5);
  expect(new SavedPlace(state, 'file:///b.md').zoom).toBe(1.5);
  expect(new SavedPlace(keeper({ zoom: 'large' }), 'file:///a.md').zoom).toBe(1);
});
