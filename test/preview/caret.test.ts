// The formula that holds the caret of the editor, marked in the preview. @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeLayout } from '../support/fakeLayout.js';
import { createHarness, type Harness } from '../support/previewHarness.js';
import { propertyRuns } from '../support/runs.js';

/** Opens a post whose text has the caret as `|`. */
function open(text: string): Harness & { readonly layout: FakeLayout } {
  const layout = new FakeLayout();
  const harness = createHarness(layout);
  layout.root = harness.root;
  harness.controller.start();
  write(harness, text);
  return { ...harness, layout };
}

/** The caret follows the text, as the client tells it. */
function write(harness: Harness, text: string): void {
  harness.write(text.replace('|', ''));
  moveCaret(harness, text);
}

function moveCaret(harness: Harness, text: string): void {
  const at = text.indexOf('|');
  const before = text.slice(0, at).split('\n');
  const caret = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  harness.sessions.moveCaret({ session: '1', caret });
  harness.settle();
}

/** The TeX of what is marked, as MathML keeps it. */
function marked({ root }: Harness): readonly (string | null | undefined)[] {
  return [...root.querySelectorAll('.at-caret')].map(
    (element) => element.querySelector('annotation')?.textContent,
  );
}

it('marks an inline formula, and nothing when the caret has left it', () => {
  const harness = open('by $x^|2$ and $y$\n');
  expect(marked(harness)).toEqual(['x^2']);
  write(harness, 'by $x^2$ and $y|$\n');
  expect(marked(harness)).toEqual(['y']);
  write(harness, 'by $x^2$ |and $y$\n');
  expect(marked(harness)).toEqual([]);
});

it('marks a display as a whole, its number included', () => {
  const harness = open('a\n\n\\begin{align}\na&=b\\\\\n|&=c\n\\end{align}\n');
  expect(harness.root.querySelector('.display')?.matches('.at-caret')).toBe(true);
});

it('keeps its mark while the formula is typed, and while the post grows above it', () => {
  const harness = open('one\n\n$x|$\n');
  write(harness, 'one\n\n$x+1|$\n');
  expect(marked(harness)).toEqual(['x+1']);
  write(harness, 'new\n\n$z$\n\none\n\n$x+1|$\n');
  expect(marked(harness)).toEqual(['x+1']);
});

it('has no mark that is not in the patch: the formula that is typed is never seen without it', () => {
  const harness = open('one\n\n$x|$\n');
  harness.write('one\n\n$x+1$\n');
  harness.step();
  expect(marked(harness)).toEqual(['x+1']);
});

it('says nothing where the caret moves inside its formula, or in prose', () => {
  const harness = open('words and |more $x+y$\n');
  const before = harness.received.length;
  moveCaret(harness, 'words a|nd more $x+y$\n');
  moveCaret(harness, 'words and more $x|+y$\n');
  moveCaret(harness, 'words and more $x+|y$\n');
  expect(harness.received.slice(before)).toMatchObject([{ kind: 'caret' }]);
});

it('marks the formula again when its block comes back into the page', () => {
  const filler = 'words\n\n'.repeat(500);
  const harness = open(`$x|$\n\n${filler}`);
  for (const [top, expected] of [
    [10_000, []],
    [0, ['x']],
  ] as const) {
    harness.layout.scrollTo(top);
    harness.controller.navigation.scrolled();
    harness.settle();
    expect(marked(harness)).toEqual(expected);
  }
});

const piece = fc.constantFrom(
  'a ',
  '$x$ ',
  '\n\n',
  '$$y$$ ',
  '> ',
  '\\begin{equation}z\\end{equation}\n',
  '| ',
);

it('marks after any edits what a preview opened now would mark', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 20 }), { maxLength: 6 }), (texts) => {
      const withCaret = texts.map((pieces) => {
        const text = pieces.join('');
        const at = text.indexOf('|');
        return at < 0
          ? `|${text}`
          : `${text.slice(0, at + 1)}${text.slice(at + 1).replaceAll('|', '')}`;
      });
      const harness = open('|');
      for (const text of withCaret) write(harness, text);
      expect(marked(harness)).toEqual(marked(open(withCaret.at(-1) ?? '|')));
    }),
    { numRuns: Math.ceil(propertyRuns / 4) },
  );
});
