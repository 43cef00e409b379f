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
  expect(state.getState()).toEqual({ uri: 'file:///a.md', line: 12, zoom: 1, sliders: [] });
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
  expect(kept.getState()).toEqual({ uri: 'file:///a.md', line: 0, zoom: 1, sliders: [] });
});

it('keeps its zoom from post to post', () => {
  const state = keeper(undefined);
  new SavedPlace(state, 'file:///a.md').saveZoom(1.5);
  expect(new SavedPlace(state, 'file:///b.md').zoom).toBe(1.5);
  expect(new SavedPlace(keeper({ zoom: 'large' }), 'file:///a.md').zoom).toBe(1);
});

it('keeps the sliders of the post that were moved', () => {
  const state = keeper(undefined);
  const place = new SavedPlace(state, 'file:///a.md');
  place.saveSlider('slide a', 0.5);
  place.saveSlider('slide a', 0.25);
  expect([...new SavedPlace(state, 'file:///a.md').sliders]).toEqual([['slide a', 0.25]]);
  expect([...new SavedPlace(state, 'file:///b.md').sliders]).toEqual([]);
});

it.each([[{}], ['text'], [[['slide a'], ['slide b', 'x'], 7, [1, 2]]]])(
  'takes no %j for sliders',
  (sliders) => {
    const state = keeper({ uri: 'file:///a.md', sliders });
    expect([...new SavedPlace(state, 'file:///a.md').sliders]).toEqual([]);
  },
);

it('keeps the sliders that were moved last, where they are many', () => {
  const state = keeper(undefined);
  const place = new SavedPlace(state, 'file:///a.md');
  for (let count = 0; count <= 100; count++) place.saveSlider(`slide a \\in [0,${count}]`, 0);
  expect(place.sliders.size).toBe(100);
  expect(place.sliders.has('slide a \\in [0,0]')).toBe(false);
});
