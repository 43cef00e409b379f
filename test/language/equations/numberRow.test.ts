// Numbers and labels for rows that have none, on fixtures: `|` is in the row that gets them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../../src/core/site/site.js';
import { rowAt } from '../../../src/language/equations/equationRow.js';
import { listEquations } from '../../../src/language/equations/listEquations.js';
import { numberRow } from '../../../src/language/equations/numberRow.js';
import { applyChanges, openText, readMarkedPost } from '../../support/changes.js';
import { generatedPost } from '../../support/postGenerator.js';
import { propertyRuns } from '../../support/runs.js';

const raw = String.raw;

interface Choices {
  readonly label?: string | null;
  readonly site?: Partial<Site>;
}

/** What stands there then and the number that readers see, or why not. */
function checkNumber(fixture: string, expected: string, choices: Choices = {}): void {
  const { label = 'eq:new', site = {} } = choices;
  const { post, selection } = readMarkedPost(fixture, site);
  const place = rowAt(post, selection.start);
  if (!place) throw new Error('The mark is in no display.');
  const answer = numberRow(post, place, label);
  expect(
    answer.kind === 'refused'
      ? `${answer.why} ${answer.subject}`.trim()
      : `${applyChanges(post.lines.join(''), answer.changes)}${answer.shown} ${answer.label}`,
  ).toBe(expected);
}

describe('a label', () => {
  it('is put into the row that has a number', () => {
    checkNumber(
      '于是\\begin{equation}\nx = 1,\n  |\n\\end{equation}\n',
      '于是\\begin{equation}\nx = 1,\\label{eq:new}\n\\end{equation}\n(1) eq:new',
    );
    checkNumber(
      '\\begin{align}\na &= b \\\\\nc &= d\n |\n\\end{align}\n',
      '\\begin{align}\na &= b \\\\\nc &= d\\label{eq:new}\n\\end{align}\n(2) eq:new',
    );
  });

  it('is left where there is one', () => {
    const text = '\\begin{equation}\nx\\label{eq:x}\n\\end{equation}\n';
    checkNumber(`${text}  |\n`, `${text}(1) eq:x`);
  });

  it('stands first where the labels of the post do', () => {
    checkNumber(
      '\\begin{equation}\\label{eq:a}x\\end{equation}\n\n\\begin{equation}y\\end{equation}\n                |\n',
      '\\begin{equation}\\label{eq:a}x\\end{equation}\n\n\\begin{equation}\\label{eq:new}y\\end{equation}\n(2) eq:new',
    );
  });

  it('is not put into a comment', () => {
    checkNumber(
      '\\begin{equation}\nx % one\n |\n\\end{equation}\n',
      '\\begin{equation}\n\\label{eq:new}x % one\n\\end{equation}\n(1) eq:new',
    );
  });

  it('goes to a tag on a site that numbers nothing else', () => {
    const site = { tags: 'none' } as const;
    checkNumber('$$x\\tag{A}$$\n  |\n', '$$x\\tag{A}\\label{eq:new}$$\n(A) eq:new', { site });
    checkNumber('$$x$$\n  |\n', 'unnumbered-site', { site });
  });

  it('goes between dollars where the site numbers all displays', () => {
    checkNumber('$$x$$\n  |\n', '$$x\\label{eq:new}$$\n(1) eq:new', { site: { tags: 'all' } });
  });
});

describe('a number', () => {
  it('makes an equation of what stands between delimiters', () => {
    checkNumber(
      '于是 $$x$$ 其中\n     |\n',
      '于是 \\begin{equation}\nx\\label{eq:new}\n\\end{equation} 其中\n(1) eq:new',
    );
    checkNumber(
      raw`
\[
\begin{aligned}
a &= b \\
     |
c &= d
\end{aligned}
\]
`,
      raw`
\begin{equation}
\begin{aligned}
a &= b \\
c &= d
\end{aligned}\label{eq:new}
\end{equation}
(1) eq:new`,
    );
  });

  it('keeps the dollars that keep Markdown away', () => {
    checkNumber(
      '$$\n|\nx_1 \\\\ y\n$$\n',
      '$$\\begin{equation}\nx_1 \\\\ y\\label{eq:new}\n\\end{equation}$$\n(1) eq:new',
      { site: { markdown: 'kramdown' } },
    );
  });

  it('keeps the line where the dollars hold on one line alone', () => {
    checkNumber(
      '$$a \\\\ b$$\n  |\n',
      '$$\\begin{equation}a \\\\ b\\label{eq:new}\\end{equation}$$\n(1) eq:new',
      { site: { markdown: 'hyperdown' } },
    );
  });

  it('is given back to a row of its environment', () => {
    checkNumber(
      raw`
\begin{align}
a &= b \nonumber \\
  |
c &= d
\end{align}
`,
      raw`
\begin{align}
a &= b\label{eq:new} \\
c &= d
\end{align}
(1) eq:new`,
    );
  });

  it('takes the star away, and leaves the other rows without numbers', () => {
    checkNumber(
      raw`
\begin{align*}
a &= b \\
c &= d \\
  |
e &= f
\end{align*}
`,
      raw`
\begin{align}
a &= b \nonumber \\
c &= d\label{eq:new} \\
e &= f \nonumber
\end{align}
(1) eq:new`,
    );
    checkNumber(
      '\\begin{equation*}x\\label{eq:x}\\end{equation*}\n                 |\n',
      '\\begin{equation}x\\label{eq:x}\\end{equation}\n(1) eq:x',
    );
  });

  it('needs no label', () => {
    checkNumber('$$x$$\n  |\n', '\\begin{equation}\nx\n\\end{equation}\n(1) null', { label: null });
  });

  it('is refused where the post would not be read as meant', () => {
    checkNumber('$$\\begin{nope}x\\end{nope}$$\n             |\n', 'in-error nope');
    checkNumber('$$x$$\n  |\n', 'no-references', { site: { math: 'katex' } });
    // Of two labels, the later one is meant.
    checkNumber(
      '\\begin{equation}x\\label{a}\\end{equation}\n                |\n\n\\begin{equation}y\\label{a}\\end{equation}\n',
      'not-read',
      { site: { math: 'amsmath' } },
    );
  });
});

it('nothing but the row changes, in any post', () => {
  fc.assert(
    fc.property(generatedPost, fc.nat(), fc.boolean(), ({ text }, at, isNamed) => {
      const post = openText(text);
      const listed = listEquations(post);
      const place = listed[at % Math.max(listed.length, 1)];
      if (!place) return;
      const answer = numberRow(post, place, isNamed ? 'eq:new' : null);
      if (answer.kind === 'refused') return;
      const after = openText(applyChanges(text, answer.changes));
      const row = after.facts.displays[place.display]?.rows[place.row];
      expect(row?.shown).toBe(answer.shown);
      if (answer.label !== null) expect(row?.labels).toContain(answer.label);
      const hasNumber = ({ facts }: typeof post): readonly boolean[] =>
        facts.displays.flatMap(({ rows }, display) =>
          rows.map(
            ({ number }, row) =>
              (display === place.display && row === place.row) || number !== null,
          ),
        );
      expect(hasNumber(after)).toEqual(hasNumber(post));
      expect(errorsOf(after)).toEqual(errorsOf(post));
    }),
    { numRuns: propertyRuns },
  );
});

function errorsOf({ facts }: ReturnType<typeof openText>): readonly (string | undefined)[] {
  return facts.displays.map(({ error }) => error?.code);
}
