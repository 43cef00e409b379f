// The part of a long post that is in the page. @vitest-environment jsdom
import { expect, it } from 'vitest';
import { FakeLayout } from '../support/fakeLayout.js';
import { openPreview, scrollTo, type LaidOutPreview } from '../support/laidOutPreview.js';
import { createHarness } from '../support/previewHarness.js';

/** Each section has a heading, a display with its label, and a paragraph that refers to it. */
function section(at: number): string {
  return (
    `## Section ${at}\n\n\\begin{equation}x_{${at}}\\label{eq:${at}}\\end{equation}\n\n` +
    `By $\\eqref{eq:${at}}$ we have $y$.\n\n`
  );
}

const sections = Array.from({ length: 500 }, (_, at) => section(at));
const post = sections.join('');

/** The blocks of which something is in the viewport, with their distance from its top. */
function seen({ root, layout }: LaidOutPreview): readonly (readonly [string, number])[] {
  return [...root.querySelectorAll('.block')]
    .map((block) => [block.textContent, layout.top(block), layout.height(block)] as const)
    .filter(([, top, height]) => top < layout.viewportHeight() && top + height > 0)
    .map(([text, top]) => [text.trim(), top]);
}

it('holds a small part of a long post, whatever is scrolled to', () => {
  const harness = openPreview(post);
  for (const top of [0, 20_000, 3_000, 1e9, 500]) {
    scrollTo(harness, top);
    expect(harness.root.querySelectorAll('.block').length).toBeLessThan(150);
    expect(seen(harness).length).toBeGreaterThan(5);
    expect(harness.root.querySelectorAll('.block.pending')).toHaveLength(0);
  }
});

it('shows the end of the post at its end', () => {
  const harness = openPreview(post);
  scrollTo(harness, 1e9);
  expect(seen(harness).at(-1)?.[0]).toContain('By (500) we have');
});

it('sends the first screen first, and the rest only when it is near', () => {
  const harness = openPreview(post);
  const [first] = harness.received;
  expect(first?.kind === 'patch' && first.blocks.length).toBe(24);
  const sent = harness.received.flatMap((message) =>
    message.kind === 'patch' ? message.blocks.map(({ position }) => position) : [],
  );
  expect(Math.max(...sent)).toBeLessThan(150);
});

it('typesets what is seen at once, and nothing far away', () => {
  const harness = openPreview(post);
  expect(harness.root.querySelectorAll('.formula[data-tex]')).toHaveLength(0);
  expect(harness.typesetCount()).toBeLessThan(100);
});

it('keeps what is seen in its place while the post grows and shrinks above it', () => {
  const harness = openPreview(post);
  scrollTo(harness, 30_000);
  const before = seen(harness);
  harness.write('new\n\n'.repeat(70) + sections.slice(4).join(''));
  harness.settle();
  expect(seen(harness).map(([, top]) => top)).toEqual(before.map(([, top]) => top));
  harness.write(post);
  harness.settle();
  expect(seen(harness)).toEqual(before);
});

it('keeps the very top in view when something is written there', () => {
  const harness = openPreview(post);
  harness.write(`first\n\n${post}`);
  harness.settle();
  expect(harness.layout.scrollTop()).toBe(0);
  expect(seen(harness)[0]?.[0]).toBe('first');
});

it('brings a line of the source to the top', () => {
  const harness = openPreview(post);
  harness.controller.receive({ kind: 'showLine', line: 6 * 300 });
  harness.settle();
  expect(seen(harness)[0]).toEqual(['Section 300', 0]);
});

it('shows the line that it was asked for before it had the post', () => {
  const layout = new FakeLayout();
  const harness = createHarness(layout);
  layout.root = harness.root;
  harness.controller.start();
  harness.controller.receive({ kind: 'showLine', line: 6 * 200 });
  harness.write(post);
  harness.settle();
  expect(seen({ ...harness, layout })[0]).toEqual(['Section 200', 0]);
});

it('goes where it was told to, though the browser moves the page before the next frame', () => {
  const harness = openPreview(post);
  scrollTo(harness, 1e9);
  harness.controller.receive({ kind: 'showLine', line: 6 * 300 });
  // The end of the page has moved: a scroll that nobody made.
  harness.layout.scrollTo(harness.layout.scrollTop() - 200);
  harness.controller.navigation.scrolled();
  harness.settle();
  expect(seen(harness)[0]).toEqual(['Section 300', 0]);
});

it('knows what was clicked before blocks came in, and not what was clicked before an edit', () => {
  const harness = openPreview(post);
  const { revision } = harness.controller;
  const follow = (): number => {
    const before = harness.received.length;
    harness.say({ kind: 'follow', revision, position: 2, index: 0 });
    harness.settle();
    return harness.received.slice(before).filter(({ kind }) => kind === 'goTo').length;
  };
  scrollTo(harness, 20_000);
  expect(harness.controller.revision).toBeGreaterThan(revision);
  expect(follow()).toBe(1);
  harness.write(`new\n\n${post}`);
  harness.settle();
  expect(follow()).toBe(0);
});

it('goes to an equation that is far away', () => {
  const harness = openPreview(post);
  harness.say({
    kind: 'follow',
    revision: harness.controller.revision,
    position: 2,
    index: 0,
  });
  harness.settle();
  expect(seen(harness).some(([text]) => text.includes('x_{0}'))).toBe(true);
  harness.controller.receive({ kind: 'goTo', position: 3 * 400 + 1, row: 0 });
  harness.settle();
  expect(seen(harness).some(([text]) => text.includes('x_{400}'))).toBe(true);
});

it('writes numbers into what is in the page alone when all numbers shift', () => {
  const harness = openPreview(post);
  scrollTo(harness, 30_000);
  const before = harness.received.length;
  harness.write(`\\begin{equation}n\\end{equation}\n\n${post}`);
  harness.settle();
  const texts = harness.received
    .slice(before)
    .flatMap((message) => (message.kind === 'patch' ? message.texts : []));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.length).toBeLessThan(200);
});

it('mounts little of a post that is pasted into the middle of what is seen', () => {
  const harness = openPreview(sections.slice(0, 20).join(''));
  harness.write(sections.slice(0, 10).join('') + post + sections.slice(10, 20).join(''));
  harness.settle();
  expect(harness.controller.list.count).toBe(1560);
  expect(harness.root.querySelectorAll('.block').length).toBeLessThan(300);
});
