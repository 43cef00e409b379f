// From changes of a post to the page. @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinChanges, type BlockChange } from '../../src/core/markdown/blockChange.js';
import type { Site } from '../../src/core/site/site.js';
import { createHarness, type Harness } from '../support/previewHarness.js';
import { propertyRuns } from '../support/runs.js';

function open(text: string, site: Partial<Site> = {}): Harness {
  const harness = createHarness(undefined, site);
  harness.write(text);
  harness.controller.start();
  harness.settle();
  return harness;
}

function edit(harness: Harness, text: string): void {
  harness.write(text);
  harness.settle();
}

/** The page without what depends on how the blocks are shared out among chunks. */
function pageOf({ root }: Harness): string {
  return [...root.querySelectorAll('.block')].map((block) => block.outerHTML).join('\n');
}

const texts = (harness: Harness, selector: string): readonly (string | null)[] =>
  [...harness.root.querySelectorAll(selector)].map((element) => element.textContent);

const heading = '# 标题\n\n';
const align =
  '由式$\\eqref{eq:b}$与 \\eqref{eq:none} 得\n\\begin{align}a&=b\\label{eq:a}\\\\c&=d\\label{eq:b}\\end{align}\n\n';
const inner = 'text $x^2$ and $y\\overset{\\eqref{eq:a}}{=}z$\n\n';
const equation = '\\begin{equation}\ne\n\\end{equation}\n\n';
const post = heading + align + inner + equation;

it('shows numbers at their rows and in references, inside formulas too', () => {
  const harness = open(post);
  expect(texts(harness, '.eq-number')).toEqual(['(1)', '(2)', '(3)']);
  expect(texts(harness, 'a.eq-ref')).toEqual(['(2)', '(???)', '(1)']);
  expect(harness.root.querySelectorAll('.katex-tag .eq-number')).toHaveLength(3);
  expect(texts(harness, 'a.eq-ref.unresolved')).toEqual(['(???)']);
  expect(texts(harness, '.katex-mathml mtable mtext').filter((text) => text !== '')).toEqual([
    '(1)',
    '(2)',
    '(3)',
  ]);
});

it('says where each display stands in the source', () => {
  const harness = open(post);
  const lines = (): readonly (readonly (string | undefined)[])[] =>
    [...harness.root.querySelectorAll<HTMLElement>('.display')].map(({ dataset }) => [
      dataset['line'],
      dataset['endLine'],
    ]);
  expect(lines()).toEqual([
    ['3', '3'],
    ['7', '9'],
  ]);
  edit(harness, 'one\ntwo\n\n' + post);
  expect(lines()).toEqual([
    ['6', '6'],
    ['10', '12'],
  ]);
});

it('renumbers without typesetting anything again', () => {
  const harness = open(post);
  const formulas = harness.typesetCount();
  edit(harness, '\\begin{equation}n\\end{equation}\n\n' + post);
  expect(texts(harness, '.eq-number')).toEqual(['(1)', '(2)', '(3)', '(4)']);
  expect(texts(harness, 'a.eq-ref')).toEqual(['(3)', '(???)', '(2)']);
  expect(harness.typesetCount()).toBe(formulas + 1);
});

it('sends only the block that changed', () => {
  const harness = open(post);
  const before = harness.received.length;
  edit(harness, post.replace('text', 'new text'));
  const patches = harness.received.slice(before);
  expect(patches).toHaveLength(1);
  expect(patches[0]).toMatchObject({ from: 2, removed: 1, blocks: [{ position: 2 }] });
});

it('moves a block that it holds, with its formulas', () => {
  const harness = open(post);
  const formulas = harness.typesetCount();
  const moved = align + inner + equation + heading;
  const before = harness.received.length;
  edit(harness, moved);
  expect(harness.typesetCount()).toBe(formulas);
  for (const message of harness.received.slice(before)) {
    expect(message.kind === 'patch' && message.blocks.every(({ html }) => html === null)).toBe(
      true,
    );
  }
  expect(pageOf(harness)).toBe(pageOf(open(moved)));
});

it('keeps one patch out at a time, and then sends only the newest state', () => {
  const harness = open(post);
  const before = harness.received.length;
  let current = post;
  for (let count = 0; count < 20; count++) {
    current = post.replace('text', `typed ${'x'.repeat(count)}`);
    harness.write(current);
  }
  expect(harness.received.length - before).toBe(1);
  harness.settle();
  expect(harness.received.length - before).toBe(2);
  expect(pageOf(harness)).toBe(pageOf(open(current)));
});

it('follows a reference to the row that has its label', () => {
  const harness = open(post);
  harness.say({
    kind: 'follow',
    revision: harness.controller.revision,
    position: 2,
    index: 0,
  });
  harness.settle();
  expect(harness.received.at(-1)).toEqual({ kind: 'goTo', position: 1, row: 0 });
  expect(texts(harness, '.eq-number.flash')).toEqual(['(1)']);
});

it('follows a reference to subequations to the first of their rows', () => {
  const parts =
    '\\begin{subequations}\\label{s}\n\\begin{align}a\\\\b\\label{b}\\end{align}\n\\end{subequations}\n\n';
  const harness = open(`${parts}\\eqref{s} \\eqref{b}\n`, { math: 'amsmath' });
  expect(texts(harness, '.katex-tag .eq-number')).toEqual(['(1a)', '(1b)']);
  expect(texts(harness, 'a.eq-ref')).toEqual(['(1)', '(1b)']);
  for (const [index, row] of [
    [0, 0],
    [1, 1],
  ] as const) {
    const { revision } = harness.controller;
    harness.say({ kind: 'follow', revision, position: 1, index });
    harness.settle();
    expect(harness.received.at(-1)).toEqual({ kind: 'goTo', position: 0, row });
  }
});

it('begins anew when a patch was lost', () => {
  const harness = open(post);
  harness.write(`${post}more\n\n`);
  harness.toPreview.length = 0;
  const last = `${post}still more\n\n`;
  harness.say({ kind: 'acknowledge', revision: harness.controller.revision + 1 });
  harness.write(last);
  harness.settle();
  expect(pageOf(harness)).toBe(pageOf(open(last)));
});

it('shows why a formula cannot be typeset, and the others all the same', () => {
  const harness = open('$x$ and $\\frac{1}$ and $\\nosuch$\n');
  expect(texts(harness, '.math-error code')).toEqual(['$\\frac{1}$', '$\\nosuch$']);
  expect(texts(harness, '.math-error-reason')).toEqual([
    '\\frac lacks an argument: readers see an error in place of the formula. Write it in braces.',
    'Undefined control sequence: \\nosuch',
  ]);
  expect(harness.root.querySelectorAll('.katex')).toHaveLength(1);
});

it('gives no number to a display in whose place readers see an error, unless only the macro is unknown', () => {
  const harness = open(
    '\\begin{equation}a^b^c\\label{x}\\end{equation}\n\n' +
      '\\begin{equation}\\nosuch\\end{equation}\n\n\\begin{equation}d\\end{equation}\n\nby $\\eqref{x}$\n',
  );
  expect(texts(harness, '.display.at-fault > .math-error .math-error-reason')).toEqual([
    'Two superscripts on one base: readers see an error in place of the formula. Group them with braces.',
    'Undefined control sequence: \\nosuch',
  ]);
  expect(texts(harness, '.eq-number')).toEqual(['', '(1)', '(2)']);
  expect(texts(harness, 'a.eq-ref')).toEqual(['(???)']);
});

it('shows the numbers of an environment that stands in an inline formula', () => {
  const harness = open(
    'text $\\begin{align}a\\\\b\\label{b}\\end{align}$ and $x$\n\n\\begin{equation}c\\end{equation}\n\n\\eqref{b}\n',
  );
  expect(texts(harness, '.katex-tag .eq-number')).toEqual(['(1)', '(2)', '(3)']);
  expect(texts(harness, 'a.eq-ref')).toEqual(['(2)']);
  expect(harness.root.querySelectorAll('p > span.display')).toHaveLength(1);
  harness.say({ kind: 'follow', revision: harness.controller.revision, position: 2, index: 0 });
  harness.settle();
  expect(harness.received.at(-1)).toEqual({ kind: 'goTo', position: 0, row: 1 });
});

it('shows no number of a formula that KaTeX refuses, where the site has KaTeX', () => {
  const text = '\\begin{equation}\\nosuch\\end{equation}\n\n\\begin{equation}b\\end{equation}\n';
  const harness = open(text, { math: 'katex' });
  expect(texts(harness, '.eq-number')).toEqual(['', '(2)']);
  edit(harness, text.replace('}b', '}c'));
  expect(texts(harness, '.eq-number')).toEqual(['', '(2)']);
  edit(harness, text.replace('\\nosuch', 'a'));
  expect(texts(harness, '.eq-number')).toEqual(['(1)', '(2)']);
  expect(texts(open(text), '.eq-number')).toEqual(['(1)', '(2)']);
});

it('marks links that lead nowhere, and says so', () => {
  const harness = open('[a](gone.md) [b](here.md) [c](gone.md "own") \\eqref{x}\n');
  const dead = [...harness.root.querySelectorAll<HTMLElement>('a.dead-link')];
  expect(dead.map(({ textContent, title }) => `${textContent}: ${title}`)).toEqual([
    'a: There is no such post',
    'c: own',
  ]);
});

it('survives a formula of 20,000 nested braces', () => {
  const deep = `${'{'.repeat(20_000)}x${'}'.repeat(20_000)}`;
  const harness = open(`$${deep}$ and $y$\n`);
  expect(harness.root.querySelectorAll('.math-error')).toHaveLength(1);
  expect(harness.root.querySelectorAll('.katex')).toHaveLength(1);
});

it('shows why the site refuses a display, and the formula again when it is mended', () => {
  const twice = '\\begin{equation}a\\label{x}\\end{equation}\n\n';
  const harness = open(twice + twice);
  expect(texts(harness, '.display.at-fault > .math-error .math-error-reason')).toEqual([
    'The label “x” is already taken on this page: readers see an error in place of this equation. Rename one of the two.',
  ]);
  expect(texts(harness, '.eq-number')).toEqual(['(1)', '']);
  const formulas = harness.typesetCount();
  edit(harness, `\\begin{equation}a\\end{equation}\n\n${twice}`);
  expect(harness.root.querySelector('.at-fault, .math-error')).toBeNull();
  expect(texts(harness, '.eq-number')).toEqual(['(1)', '(2)']);
  expect(harness.typesetCount()).toBe(formulas);
});

const piece = fc.constantFrom(
  'words\n\n',
  '文字 $x$ 与 $y$\n',
  '\\begin{equation}a\\label{a}\\end{equation}\n\n',
  'text\n\\begin{align}b&=c\\label{b}\\\\d\\end{align}\nmore $\\eqref{a}$\n\n',
  'see $\\eqref{b}$, $x+\\eqref{a}$\n\n',
  '$\\newcommand{\\m}{m}$\n\n',
  '$\\newcommand{\\m}{\\mu}$ and $\\m$\n\n',
  '$\\m+1$ [link][l]\n\n',
  '[l]: https://example.org/\n\n',
  '[^1]: note\n\n',
  'word[^1]\n',
  '> quote\n> $$\n> q\n> $$\n',
  '- item\n',
  '<!--more-->\n\n',
  'words <!-- more --> and $\\eqref{b}$\n',
  '```\n',
  '$$\n',
  '---\n',
  '\n',
);

/**
 * Each edit takes some pieces out and puts others in; the excerpt may be shown from then on; `steps`
 * messages travel before the next one.
 */
const edits = fc.array(
  fc.record({
    at: fc.nat(30),
    removed: fc.nat(4),
    inserted: fc.array(piece, { maxLength: 4 }),
    isExcerpt: fc.boolean(),
    steps: fc.nat(4),
  }),
  { maxLength: 12 },
);

it('is after any edits the page of the last state', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), edits, (first, changes) => {
      let pieces: readonly string[] = first;
      const harness = createHarness();
      harness.write(pieces.join(''));
      harness.controller.start();
      for (const { at, removed, inserted, isExcerpt, steps } of changes) {
        const start = Math.min(at, pieces.length);
        pieces = [...pieces.slice(0, start), ...inserted, ...pieces.slice(start + removed)];
        harness.write(pieces.join(''));
        harness.say({ kind: 'showExcerpt', isOn: isExcerpt });
        for (let step = 0; step < steps; step++) harness.step();
      }
      harness.settle();
      const fresh = open(pieces.join(''));
      fresh.say({ kind: 'showExcerpt', isOn: changes.at(-1)?.isExcerpt ?? false });
      fresh.settle();
      expect(pageOf(harness)).toBe(pageOf(fresh));
    }),
    { numRuns: Math.ceil(propertyRuns / 4) },
  );
});

it('covers two changes by one', () => {
  const change = fc.record({ from: fc.nat(20), removed: fc.nat(20), inserted: fc.nat(20) });
  fc.assert(
    fc.property(change, change, (first, second) => {
      const before = Array.from({ length: 100 }, (_, at) => `old ${at}`);
      const between = apply(before, first, 'first');
      const after = apply(between, second, 'second');
      const merged = joinChanges(first, second);
      expect(after.slice(0, merged.from)).toEqual(before.slice(0, merged.from));
      expect(after.slice(merged.from + merged.inserted)).toEqual(
        before.slice(merged.from + merged.removed),
      );
      expect(after.length - before.length).toBe(merged.inserted - merged.removed);
    }),
    { numRuns: propertyRuns },
  );
});

function apply(list: readonly string[], change: BlockChange, name: string): readonly string[] {
  const inserted = Array.from({ length: change.inserted }, (_, at) => `${name} ${at}`);
  return [...list.slice(0, change.from), ...inserted, ...list.slice(change.from + change.removed)];
}
