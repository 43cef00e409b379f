// Fonts by the reader's settings, and the zoom of the panel.
// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { applyFont, Zoom } from '../../src/preview/appearance.js';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('main');
});

it('takes over what the settings say, and nothing else', () => {
  applyFont(root, JSON.stringify({ fontFamily: 'serif', fontSize: 18, lineHeight: 1.8, other: 1 }));
  expect(root.style.cssText).toBe(
    '--postulate-font-family: serif; --postulate-font-size: 18px; --postulate-line-height: 1.8;',
  );
});

it.each([undefined, 'not JSON', 'null', '{"fontSize":"12px","lineHeight":-1}'])(
  'keeps its own font for %j',
  (settings) => {
    applyFont(root, settings);
    expect(root.style.cssText).toBe('');
  },
);

function turn(deltaY: number): boolean {
  const event = new WheelEvent('wheel', { deltaY, ctrlKey: true, cancelable: true });
  return !window.dispatchEvent(event);
}

it('zooms while Ctrl is held, within bounds, and leaves the wheel alone otherwise', () => {
  const saved: number[] = [];
  new Zoom(root, 2, (zoom) => saved.push(zoom)).listen(window);
  expect(root.style.getPropertyValue('--postulate-zoom')).toBe('2');
  expect(turn(-100)).toBe(false);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }));
  expect(turn(100)).toBe(true);
  expect(saved.at(-1)).toBeCloseTo(2 / 1.1);
  turn(-5000);
  turn(5000);
  expect(saved.slice(1)).toEqual([3, 0.5]);
  expect(root.style.getPropertyValue('--postulate-zoom')).toBe('0.5');
  window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Control', ctrlKey: false }));
  expect(turn(-100)).toBe(false);
});
