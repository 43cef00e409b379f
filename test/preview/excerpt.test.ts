// `<!--more-->`: where it is seen, and what the excerpt above it shows. @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../support/previewHarness.js';

function open(text: string): Harness {
  const harness = createHarness();
  harness.write(text);
  harness.controller.start();
  harness.settle();
  return harness;
}

function showExcerpt(harness: Harness, isOn = true): void {
  harness.say({ kind: 'showExcerpt', isOn });
  harness.settle();
}

function edit(harness: Harness, text: string): void {
  harness.write(text);
  harness.settle();
}

const texts = (harness: Harness, selector: string): readonly string[] =>
  [...harness.root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

const equation = (label: string): string =>
  `\\begin{equation}x\\label{${label}}\\end{equation}\n\n`;

describe('the cut', () => {
  it.each([
    'a\n\n<!--more-->\n\nb\n',
    'a <!-- more --> b\n',
    'a\n<!-- MORE -->\nb\n',
    '- a\n\n  <!--more-->\n',
  ])('is seen in %j, and says what it is', (text) => {
    const [cut, ...others] = open(text).root.querySelectorAll('.post-cut');
    expect(others).toEqual([]);
    expect(cut?.getAttribute('role')).toBe('separator');
    expect(cut?.getAttribute('aria-label')).toBe('The excerpt ends here: lists show what is above');
  });

  it('is the first one, and no other comment or code', () => {
    const harness = open(
      '<!--more or less-->\n\n`<!--more-->`\n\n```\n<!--more-->\n```\n\na <!--more--> b <!--more-->\n\n<!--more-->\n',
    );
    expect(harness.root.querySelectorAll('.post-cut')).toHaveLength(1);
    expect(harness.root.querySelector('.post-cut')?.previousSibling?.textContent).toBe('a ');
  });

  it('moves with the text', () => {
    const harness = open('a\n\n<!--more-->\n\nb\n\n<!--more-->\n');
    edit(harness, 'a\n\nb\n\n<!--more-->\n');
    expect(
      harness.root
        .querySelector('.post-cut')
        ?.closest('.block')
        ?.previousElementSibling?.textContent.trim(),
    ).toBe('b');
    edit(harness, 'a\n\nb\n\n');
    expect(harness.root.querySelectorAll('.post-cut')).toHaveLength(0);
  });
});

describe('the excerpt', () => {
  it('is what stands above the cut, also within its paragraph', () => {
    const harness = open('a\n\n$x$ b <!--more--> c $y$\n\nd\n');
    showExcerpt(harness);
    expect(texts(harness, 'p').map((text) => text.slice(-1))).toEqual(['a', 'b']);
    expect(harness.root.querySelectorAll('.katex')).toHaveLength(1);
    showExcerpt(harness, false);
    expect(texts(harness, 'p')).toHaveLength(3);
    expect(harness.root.querySelectorAll('.katex')).toHaveLength(2);
  });

  it('is the whole post where it has no cut', () => {
    const harness = open('a\n\nb\n');
    showExcerpt(harness);
    expect(texts(harness, 'p')).toEqual(['a', 'b']);
    edit(harness, 'a\n\n<!--more-->\n\nb\n');
    expect(texts(harness, 'p')).toEqual(['a']);
  });

  it('marks references to what stands behind the cut, and keeps the numbers of the post', () => {
    const references = '$\\eqref{above}$ \\eqref{below} $x\\eqref{below}$ \\eqref{none}\n\n';
    const harness = open(`${equation('above')}${references}<!--more-->\n\n${equation('below')}`);
    const shown = (): readonly string[] =>
      [...harness.root.querySelectorAll('a.eq-ref')].map(({ textContent, className }) =>
        `${textContent} ${className.replace('eq-ref', '').trim()}`.trim(),
      );
    expect(shown()).toEqual(['(1)', '(2)', '(2)', '(???) unresolved']);
    showExcerpt(harness);
    const beyond = '(???) unresolved beyond-cut';
    expect(shown()).toEqual(['(1)', beyond, beyond, '(???) unresolved']);
    const [, below] = harness.root.querySelectorAll<HTMLElement>('a.eq-ref');
    expect(below?.title).toBe('Not in the excerpt: readers of a list see (???) here');
    expect(texts(harness, '.eq-number')).toEqual(['(1)']);
    showExcerpt(harness, false);
    expect(shown()).toEqual(['(1)', '(2)', '(2)', '(???) unresolved']);
  });

  it('marks references to an equation of the same paragraph, where that is cut off', () => {
    const harness = open(
      '\\eqref{b} $$a\\tag{A}\\label{a}$$ \\eqref{a} <!--more--> $$b\\tag{B}\\label{b}$$\n',
    );
    showExcerpt(harness);
    expect(texts(harness, 'a.eq-ref')).toEqual(['(???)', '(A)']);
    expect(texts(harness, '.eq-number')).toEqual(['(A)']);
  });

  it('is sent as what changed of it, and nothing where the rest of the post changes', () => {
    const post = (middle: string, end: string): string =>
      `a\n\n${middle}\n\nc\n\n<!--more-->\n\n${end}\n`;
    const harness = open(post('b', 'd'));
    showExcerpt(harness);
    const before = harness.received.length;
    edit(harness, post('b', 'e'));
    expect(harness.received).toHaveLength(before);
    edit(harness, post('b2', 'e'));
    expect(harness.received.slice(before)).toMatchObject([
      { kind: 'patch', removed: 1, inserted: { lineCounts: [2] }, blocks: [{ position: 1 }] },
    ]);
  });

  it('follows no link out of itself, and finds nothing beyond', () => {
    const harness = open(`a\n\n<!--more-->\n\n# B\n\na\n`);
    showExcerpt(harness);
    const before = harness.received.length;
    harness.say({ kind: 'followAnchor', anchor: 'b' });
    harness.say({ kind: 'find', search: 1, text: 'a' });
    expect(harness.received.slice(before)).toEqual([{ kind: 'found', search: 1, positions: [0] }]);
  });

  it('is still shown when the page is loaded anew', () => {
    const harness = open('a\n\n<!--more-->\n\nb\n');
    showExcerpt(harness);
    harness.controller.start();
    harness.settle();
    expect(texts(harness, 'p')).toEqual(['a']);
  });
});
