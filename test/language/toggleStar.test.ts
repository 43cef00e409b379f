// Toggle Star of Environment on fixtures: `|` is the cursor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/post/facts.js';
import type { Site } from '../../src/core/site/site.js';
import { toggleStar } from '../../src/language/toggleStar.js';
import { applyChanges, openText, readMarkedPost } from '../support/changes.js';
import { generatedPost } from '../support/postGenerator.js';

const raw = String.raw;

/** What stands there then, or why not. */
function checkToggle(fixture: string, expected: string, site: Partial<Site> = {}): void {
  const { post, selection } = readMarkedPost(fixture, site);
  const answer = toggleStar(post, selection.start);
  expect(
    answer.kind === 'refused'
      ? `${answer.why} ${answer.subject}`.trim()
      : applyChanges(post.lines.join(''), answer.changes),
  ).toBe(expected);
}

describe('Toggle Star of Environment', () => {
  it('takes a star and gives one, anywhere in the environment', () => {
    checkToggle(
      '于是\\begin{equation}\n        |\nx\\label{eq:x}\n\\end{equation}其中',
      '于是\\begin{equation*}\nx\\label{eq:x}\n\\end{equation*}其中',
    );
    checkToggle(
      '\\begin{align*}x\\end{align*}\n               |\n',
      '\\begin{align}x\\end{align}\n',
    );
    checkToggle(
      '$$\\begin{gather}x\\end{gather}$$\n  |\n',
      '$$\\begin{gather*}x\\end{gather*}$$\n',
    );
  });

  it('means the innermost environment that numbers', () => {
    checkToggle(
      raw`
\begin{align}
a &= \begin{cases} 1 \\ 0 \end{cases}
                   |
\end{align}
`,
      raw`
\begin{align*}
a &= \begin{cases} 1 \\ 0 \end{cases}
\end{align*}
`,
    );
  });

  it('knows what the site knows', () => {
    const multline = '\\begin{multline}x\\end{multline}\n         |\n';
    checkToggle(multline, '\\begin{multline*}x\\end{multline*}\n');
    checkToggle(multline, 'no-star multline', { math: 'katex' });
  });

  it('says why where there is no star', () => {
    checkToggle('$$x$$\n  |\n', 'delimiters $$');
    checkToggle('\\[x\\]\n  |\n', 'delimiters \\[');
    checkToggle('$x$\n |\n', 'no-environment');
    checkToggle('text\n |\n', 'no-environment');
    checkToggle('`\\begin{align}x\\end{align}`\n          |\n', 'no-environment');
    checkToggle(
      '\\begin{align*}\\begin{align}x\\end{align}\\end{align*}\n       |\n',
      'taken-apart align',
    );
    checkToggle('\\begin{CD}x\\end{CD}\n          |\n', 'no-star CD');
  });

  it('toggled twice is the post again, and the other displays keep what they are', () => {
    fc.assert(
      fc.property(generatedPost, fc.nat(), ({ text }, at) => {
        const offset = at % (text.length + 1);
        const before = openText(text);
        const once = toggleStar(before, offset);
        if (once.kind === 'refused') return;
        const first = once.changes[0]?.span.start ?? 0;
        const starred = openText(applyChanges(text, once.changes));
        const twice = toggleStar(starred, first);
        if (twice.kind === 'refused') throw new Error(twice.why);
        expect(applyChanges(starred.lines.join(''), twice.changes)).toBe(text);
        expect(withoutStars(starred)).toEqual(withoutStars(before));
      }),
    );
  });
});

function withoutStars({ blocks }: Snapshot): readonly string[] {
  return blocks.blocks.flatMap(({ formulas }) =>
    formulas.map(({ tex }) => tex.text.replaceAll('*}', '}')),
  );
}
