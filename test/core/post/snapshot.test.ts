// Snapshots after edits: the same as from scratch, for little work.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/core/post/facts.js';
import { editSnapshot, openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite } from '../../../src/core/site/site.js';
import type { TextEdit } from '../../../src/core/text/lines.js';
import { propertyRuns } from '../../support/runs.js';
import { checkEdit } from '../../support/snapshotChecks.js';

const raw = String.raw;

function open(text: string): Snapshot {
  return openSnapshot({ path: 'a.md', version: 1, text, site: assumedSite });
}

function insert(line: number, column: number, text: string): TextEdit {
  const place = { line, column };
  return { start: place, end: place, text };
}

const equation = raw`\begin{equation}x\label{a}\end{equation}`;

describe('an edit', () => {
  it('shifts the numbers behind a new equation', () => {
    const before = open(`文\n\n${equation}\n\n式$\\eqref{a}$\n`);
    const { snapshot } = checkEdit(before, [
      insert(0, 1, '\n$$y\\tag{q}$$\n\\begin{align}x\\\\y\\end{align}'),
    ]);
    expect(snapshot.facts.references.map(({ number }) => number)).toEqual(['3']);
  });

  it('makes a label known to references before it', () => {
    const before = open(`式$\\eqref{a}$和\\ref{a}\n\n文\n`);
    const { snapshot } = checkEdit(before, [insert(2, 1, `\n\n${equation}`)]);
    expect(snapshot.facts.references.map(({ number }) => number)).toEqual(['1', '1']);
  });

  it('takes several edits, each on the text the last one left', () => {
    const before = open(`一\n\n${equation}\n\n二\n`);
    checkEdit(before, [insert(0, 0, '零\n\n'), insert(2, 1, '壹'), insert(6, 0, '$\\eqref{a}$')]);
    checkEdit(
      before,
      Array.from({ length: 40 }, (_, at) => insert(at % 3, 0, at % 2 === 0 ? '字' : '\n')),
    );
  });

  it('carries a macro to the formulas behind it, and no further than it changes', () => {
    const before = open(
      [
        raw`$\newcommand{\lab}[1]{}\newcommand{\other}{y}$`,
        raw`\begin{equation}x\lab{a}\end{equation}`,
        raw`\begin{equation}x\end{equation}`,
        raw`$\eqref{a}$`,
      ].join('\n\n'),
    );
    const labelled = checkEdit(before, [insert(0, 22, raw`\label{#1}`)]);
    expect(labelled.snapshot.facts.references.map(({ number }) => number)).toEqual(['1']);
    expect(labelled.work.parsed).toBe(4);
    const spaced = checkEdit(labelled.snapshot, [insert(0, 1, ' ')]);
    expect(spaced.work.parsed).toBe(1);
  });

  it('drops a macro with the block that defined it', () => {
    const before = open(
      [raw`$\newcommand{\nn}{\notag}$`, '', raw`\begin{align}x\nn\\y\end{align}`, '', '文'].join(
        '\n',
      ),
    );
    const all = { start: { line: 0, column: 0 }, end: { line: 1, column: 0 }, text: '' };
    const { snapshot } = checkEdit(before, [all]);
    expect(snapshot.facts.displays[0]?.rows.map(({ number }) => number)).toEqual(['1', '2']);
  });
});

/** A post of many blocks that refer to one another. */
function longPost(blocks: number): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks; at++) {
    if (at % 2 === 0) parts.push(`第${at}段，式$\\eqref{eq:${(at * 7) % blocks}}$与$x_{${at}}$。`);
    else parts.push(`\\begin{equation}x_{${at}}=y\\label{eq:${at}}\\end{equation}`);
  }
  return parts.join('\n\n');
}

describe('one edit among 5,000 blocks', () => {
  const before = open(longPost(5_000));

  it.each([
    ['in prose', insert(5_000, 1, '新')],
    ['in a formula', insert(5_002, 20, '+z')],
    ['of a label', insert(5_002, 35, '9')],
    ['that adds a row', insert(5_002, 16, 'a\\\\')],
    ['that adds an equation', insert(5_000, 0, '\\begin{equation}n\\end{equation}\n\n')],
    ['at the end', insert(9_998, 0, '尾')],
  ])('%s reads at most 5 again', (_name, edit) => {
    const { work } = editSnapshot(before, 2, [edit]);
    expect(work.scanned).toBeLessThanOrEqual(5);
    expect(work.parsed).toBeLessThanOrEqual(5);
  });

  it('in prose keeps all numbers', () => {
    const { snapshot } = editSnapshot(before, 2, [insert(5_000, 1, '新')]);
    expect(snapshot.numbers).toBe(before.numbers);
  });
});

const pieces = fc.constantFrom(
  ...['文', '\n', '\n\n', ' ', '$', '$$', '> ', '- ', '```\n', '<!--', '-->', '\\', '{', '}', '# '],
  ...['&', '\\\\', raw`\label{a}`, raw`\label{b}`, raw`$\eqref{a}$`, raw`\ref{b}`, raw`\tag{q}`],
  ...[
    raw`\begin{equation}`,
    raw`\end{equation}`,
    raw`\begin{align}`,
    raw`\end{align}`,
    raw`\notag`,
  ],
  ...[raw`$\newcommand{\be}{\begin{equation}}$`, raw`$\def\lab{\label}$`, raw`\be `, raw`\lab{c}`],
  ...[raw`$\newenvironment{e}{\label{e}}{}$`, raw`\begin{e}x\end{e}`, equation, '\r\n', '---\n'],
);
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

const position = fc.record({ line: fc.nat({ max: 25 }), column: fc.nat({ max: 40 }) });
const edit: fc.Arbitrary<TextEdit> = fc
  .record({
    start: position,
    lines: fc.nat({ max: 3 }),
    column: fc.nat({ max: 40 }),
    text: fc.array(pieces, { maxLength: 4 }),
  })
  .map(({ start, lines, column, text: parts }) => ({
    start,
    end:
      lines === 0
        ? { line: start.line, column: start.column + column }
        : { line: start.line + lines, column },
    text: parts.join(''),
  }));

describe('any edits', () => {
  it('give the snapshot of their text', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (start, edits, atOnce) => {
          if (atOnce) {
            checkEdit(open(start), edits);
            return;
          }
          let snapshot = open(start);
          for (const one of edits) snapshot = checkEdit(snapshot, [one]).snapshot;
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});
