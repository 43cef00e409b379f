// The way back from a link that was followed. @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import type { ReaderPlace } from '../../src/preview/anchor.js';
import { HistoryBar } from '../../src/preview/historyBar.js';
import { ReaderHistory } from '../../src/preview/history.js';
import { englishStrings } from '../../src/preview/strings.js';
import { openPreview, scrollTo, type LaidOutPreview } from '../support/laidOutPreview.js';
import { Trail, type Ways } from '../../src/protocol/trail.js';

const sections = Array.from(
  { length: 300 },
  (_, at) =>
    `## Section ${at}\n\n\\begin{equation}x_{${at}}\\label{eq:${at}}\\end{equation}\n\nwords ${at}\n\n`,
);
const post = sections.join('');

/** Follows a link to a section, as a click does. */
function follow(page: LaidOutPreview, section: number): void {
  page.controller.navigation.readerFollows();
  page.say({ kind: 'followAnchor', anchor: `section-${section}` });
  page.settle();
}

function go(page: LaidOutPreview, step: -1 | 1): void {
  page.controller.navigation.goAlong(step);
  page.settle();
}

/** The block at the top of the viewport, and how far above it that begins. */
function seen({ root, layout }: LaidOutPreview): readonly [string, number] {
  for (const block of root.querySelectorAll('.block')) {
    const top = layout.top(block);
    if (top + layout.height(block) > 0) return [block.textContent.slice(0, 20), top];
  }
  return ['', 0];
}

it('comes back to where the reader was, and goes forward again', () => {
  const page = openPreview(post);
  scrollTo(page, 1234);
  const places = [seen(page)];
  for (const section of [200, 100, 250]) {
    follow(page, section);
    places.push(seen(page));
  }
  expect(new Set(places.map(([text]) => text)).size).toBe(4);
  for (const place of places.slice(0, -1).reverse()) {
    go(page, -1);
    expect(seen(page)).toEqual(place);
  }
  go(page, -1);
  expect(seen(page)).toEqual(places[0]);
  for (const place of places.slice(1)) {
    go(page, 1);
    expect(seen(page)).toEqual(place);
  }
});

it('comes back to where the page scrolled to in the moment before', () => {
  const page = openPreview(post);
  page.layout.scrollTo(300);
  const place = seen(page);
  follow(page, 200);
  go(page, -1);
  expect(seen(page)).toEqual(place);
});

it('comes back to the very top', () => {
  const page = openPreview(post);
  follow(page, 200);
  go(page, -1);
  expect(page.layout.scrollTop()).toBe(0);
});

it('comes back to the same text when the post has grown above it, or lost it', () => {
  const page = openPreview(post);
  scrollTo(page, 9_000);
  const before = seen(page);
  follow(page, 250);
  page.write('new\n\n'.repeat(50) + post);
  page.settle();
  go(page, -1);
  expect(seen(page)).toEqual(before);
  go(page, 1);
  page.write(`# Short\n\n${sections.slice(200).join('')}`);
  page.settle();
  go(page, -1);
  expect(seen(page)[0]).not.toBe('');
});

it('forgets the way forward when another link is followed', () => {
  const page = openPreview(post);
  follow(page, 100);
  go(page, -1);
  follow(page, 200);
  const place = seen(page);
  go(page, 1);
  expect(seen(page)).toEqual(place);
});

it('leaves no trace of jumps that are not the reader’s', () => {
  const page = openPreview(post);
  page.say({ kind: 'followAnchor', anchor: 'section-200' });
  page.settle();
  const place = seen(page);
  go(page, -1);
  expect(seen(page)).toEqual(place);
});

it('asks for the post that was left, where the way leads out of this one', () => {
  const page = openPreview(post);
  go(page, -1);
  expect(page.sent).toContainEqual({ kind: 'goAlong', step: -1, line: 0 });
});

it('keeps the last hundred places', () => {
  const history = new ReaderHistory(() => undefined);
  const place = (line: number): ReaderPlace => ({ anchor: null, line });
  for (let line = 0; line < 500; line++) {
    history.readerFollows(null);
    history.jumps(place(line));
  }
  const steps: number[] = [];
  for (let from = place(500), at = history.step(-1, from); at; at = history.step(-1, from)) {
    steps.push(at.line);
    from = at;
  }
  expect(steps).toEqual(Array.from({ length: 100 }, (_, at) => 499 - at));
});

it('passes over places that are no more, on the way back and forward', () => {
  const trail = new Trail<string>();
  for (const place of ['a', 'gone', 'b']) trail.leave(place);
  expect(trail.step(-1, 'c')).toBe('b');
  trail.forget(-1);
  expect(trail.step(-1, 'b')).toBe('a');
  expect(trail.ways).toEqual({ back: false, forward: true });
  trail.forget(1);
  expect(trail.ahead(1)).toBe('c');
  expect(trail.ahead(-1)).toBeNull();
});

const went = vi.fn();
let bar: HistoryBar;
let page: Document;

beforeEach(() => {
  page = document.implementation.createHTMLDocument();
  went.mockClear();
  bar = new HistoryBar(page, englishStrings, { back: false, forward: false }, went);
});

const both: Ways = { back: true, forward: true };

/** Whether the event was left to others. */
function press(key: string, more: KeyboardEventInit = { altKey: true }): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  return page.body.dispatchEvent(event);
}

function pushMouse(type: string, button: number): boolean {
  const event = new MouseEvent(type, { button, bubbles: true, cancelable: true });
  return page.body.dispatchEvent(event);
}

it('goes back and forward by keys, buttons, and the buttons of a mouse', () => {
  bar.show(both);
  expect(press('ArrowLeft')).toBe(false);
  expect(press('ArrowRight')).toBe(false);
  expect(pushMouse('mousedown', 3)).toBe(false);
  expect(pushMouse('mouseup', 3)).toBe(false);
  expect(pushMouse('mouseup', 4)).toBe(false);
  for (const button of page.querySelectorAll('button')) button.click();
  expect(went.mock.calls.flat()).toEqual([-1, 1, -1, 1, -1, 1]);
});

it('leaves keys and buttons to others where there is no way, or another key is held', () => {
  bar.show({ back: false, forward: true });
  expect(press('ArrowLeft')).toBe(true);
  expect(press('ArrowRight', { altKey: true, ctrlKey: true })).toBe(true);
  expect(press('ArrowRight', {})).toBe(true);
  expect(pushMouse('mouseup', 3)).toBe(true);
  expect(pushMouse('mouseup', 0)).toBe(true);
  expect(went).not.toHaveBeenCalled();
});

it('leads out of the post where the post itself has no way', () => {
  const outside = document.implementation.createHTMLDocument();
  const ways = { back: true, forward: false };
  const shown = new HistoryBar(outside, englishStrings, ways, went);
  const enabled = (): readonly boolean[] =>
    [...outside.querySelectorAll('button')].map(({ disabled }) => !disabled);
  expect(outside.querySelector('nav')?.hidden).toBe(false);
  expect(enabled()).toEqual([true, false]);
  shown.show({ back: false, forward: true });
  expect(enabled()).toEqual([true, true]);
  shown.showBeyond({ back: false, forward: false });
  expect(enabled()).toEqual([false, true]);
});

it('shows no bar before a link is followed', () => {
  const nav = page.querySelector('nav');
  expect(nav?.hidden).toBe(true);
  bar.show({ back: true, forward: false });
  expect(nav?.hidden).toBe(false);
  expect([...page.querySelectorAll('button')].map(({ disabled }) => disabled)).toEqual([
    false,
    true,
  ]);
});
