// Random posts, from their text to their facts: numbers, labels and references as MathJax shows them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayFacts, PostFacts } from '../../../src/core/post/facts.js';
import { openSnapshot } from '../../../src/core/post/snapshot.js';
import { assumedSite, type MathEngine } from '../../../src/core/site/site.js';
import { typesetPage, type PageFormula, type TypesetPage } from '../../support/mathjax.js';
import { generatedPost } from '../../support/postGenerator.js';
import { propertyRuns } from '../../support/runs.js';

interface Seen {
  readonly displays: readonly unknown[];
  readonly references: readonly string[];
  readonly labels: Readonly<Record<string, string | null>>;
}

function isDisplay({ delimiter }: PageFormula): boolean {
  return delimiter !== '$' && delimiter !== '\\(';
}

/** What readers see: of displays and labels, and of references outside formulas in error. */
function theirs(formulas: readonly PageFormula[], page: TypesetPage): Seen {
  const displays: unknown[] = [];
  const references: string[] = [];
  for (const [at, formula] of formulas.entries()) {
    const typeset = page.formulas[at];
    if (typeset === undefined) continue;
    if (isDisplay(formula)) displays.push(typeset.error?.codes[0] ?? typeset.shown);
    if (typeset.error === null) references.push(...typeset.references.map(plain));
  }
  const labels = [...page.labels].map(([key, number]) => [
    key,
    page.invisibleLabels.has(key) ? null : number,
  ]);
  return { displays, references, labels: Object.fromEntries(labels) as Seen['labels'] };
}

function ours(facts: PostFacts, text: string): Seen {
  const broken = facts.displays.filter(({ error }) => error !== null);
  const displays = facts.displays
    .filter((display) => !/^(?:\$(?!\$)|\\\()/.test(text.slice(display.span.start)))
    .map(seenDisplay);
  const references = facts.references
    .filter(({ span }) => !broken.some((display) => holds(display, span.start)))
    .map(({ number }) => number ?? '???');
  const labels: Record<string, string | null> = {};
  for (const { key, number, display } of facts.labels) {
    labels[key] ??= number;
    // What stands behind an error does not exist for the page.
    if (facts.displays[display]?.error && labels[key] === null) delete labels[key];
  }
  return { displays, references, labels };
}

function seenDisplay({ error, rows }: DisplayFacts): unknown {
  return error?.code ?? rows.flatMap(({ shown }) => (shown === null ? [] : [shown]));
}

function holds({ span }: DisplayFacts, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

function plain(reference: string): string {
  return reference.replace(/^\(([^]*)\)$/, '$1');
}

/** Labels that MathJax has from formulas in error, and their references, are not compared. */
function comparable(seen: Seen, hidden: ReadonlySet<string>, keys: readonly string[]): Seen {
  return {
    displays: seen.displays,
    references: seen.references.filter((_, at) => !hidden.has(keys[at] ?? '')),
    labels: Object.fromEntries(
      Object.entries(seen.labels).filter(([key, number]) => number !== null && !hidden.has(key)),
    ),
  };
}

describe.each([3, 4] as const)('MathJax %i on random posts', (version) => {
  it('shows the numbers, labels and references that we state', async () => {
    const math: MathEngine = version === 3 ? 'mathjax3' : 'mathjax4';
    const site = { ...assumedSite, math };
    await fc.assert(
      fc.asyncProperty(generatedPost, async ({ text, formulas }) => {
        const page = await typesetPage(version, 'ams', formulas);
        fc.pre(page.formulas.every(({ error }) => error === null || error.codes.length > 0));
        const { facts } = openSnapshot({ path: 'a.md', version: 1, text, site });
        const found = ours(facts, text);
        const keys = keysOf(facts);
        const hidden = page.onceInvisibleLabels;
        expect(comparable(found, hidden, keys), text).toEqual(
          comparable(theirs(formulas, page), hidden, keys),
        );
      }),
      { numRuns: Math.ceil(propertyRuns / 2) },
    );
  });
});

/** The keys of the references that are compared, in order. */
function keysOf(facts: PostFacts): readonly string[] {
  const broken = facts.displays.filter(({ error }) => error !== null);
  return facts.references
    .filter(({ span }) => !broken.some((display) => holds(display, span.start)))
    .map(({ key }) => key);
}
