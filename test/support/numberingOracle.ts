// Compares our numbers of a page with those that MathJax shows.
import { expect } from 'vitest';
import { readFormula } from '../../src/core/numbering/formulaParser.js';
import { mayDefineMacros } from '../../src/core/numbering/parseDisplay.js';
import { noMacros } from '../../src/core/numbering/macros.js';
import { numberDisplay } from '../../src/core/numbering/numberDisplays.js';
import { numberPage, visibleNumber } from '../../src/core/numbering/pageNumbers.js';
import { profileOf, type Profile } from '../../src/core/numbering/profiles.js';
import type { Display, NumberedDisplay } from '../../src/core/numbering/display.js';
import type { MathEngine, TagMode } from '../../src/core/site/site.js';
import { typesetPage, type MathJaxVersion, type PageFormula, type TypesetPage } from './mathjax.js';

export interface OurPage {
  readonly displays: readonly Display[];
  readonly numbered: readonly NumberedDisplay[];
  readonly labels: ReadonlyMap<string, string | null>;
}

export function numberFormulas(
  math: MathEngine,
  tags: TagMode,
  formulas: readonly PageFormula[],
): OurPage {
  return numberWith(profileOf(math, tags), formulas);
}

export function numberWith(profile: Profile, formulas: readonly PageFormula[]): OurPage {
  let macros = noMacros;
  const displays = formulas.map(({ tex, delimiter }) => {
    const reading = readFormula(tex, delimiter, profile, macros);
    if (mayDefineMacros(tex)) macros = reading.macros;
    return reading.display;
  });
  const page = numberPage(displays, profile);
  return {
    displays,
    numbered: displays.map((display, index) => numberDisplay(page, index, display)),
    labels: new Map([...page.owners].map(([key, owner]) => [key, visibleNumber(owner, page)])),
  };
}

/** What MathJax shows of a page and what we say of it, in the same words. */
export interface Comparison {
  readonly page: readonly PageFormula[];
  readonly theirs: unknown;
  readonly ours: unknown;
  /** MathJax met errors that are not of numbering. */
  readonly otherErrors: boolean;
}

export async function comparePage(
  version: MathJaxVersion,
  tags: TagMode,
  page: readonly PageFormula[],
): Promise<Comparison> {
  const theirs = await typesetPage(version, tags, page);
  const ours = numberFormulas(version === 3 ? 'mathjax3' : 'mathjax4', tags, page);
  return {
    page,
    theirs: describeTheirs(theirs, ours),
    ours: describeOurs(ours, theirs),
    otherErrors: theirs.formulas.some(({ error }) => error !== null && error.codes.length === 0),
  };
}

/** Fails where a reader of the page would see another number than we say. */
export function expectSamePage({ page, theirs, ours }: Comparison): void {
  expect(ours, page.map(({ tex, delimiter }) => `${delimiter} ${tex}`).join('\n')).toEqual(theirs);
}

function describeTheirs(page: TypesetPage, ours: OurPage): unknown {
  const invisible = page.invisibleLabels;
  return {
    formulas: page.formulas.map(({ error, shown, references }, index) => ({
      error: error === null || error.codes.length === 0 ? null : error.codes[0],
      shown: error === null ? shown : 'not typeset',
      references:
        error === null
          ? references.map((reference, at) => {
              const key = ours.displays[index]?.references[at]?.key ?? '';
              return page.onceInvisibleLabels.has(key) ? 'to a formula in error' : plain(reference);
            })
          : 'not typeset',
    })),
    labels: Object.fromEntries(
      [...page.labels].map(([key, number]) => [key, invisible.has(key) ? null : number]),
    ),
  };
}

function plain(reference: string): string {
  return reference.replace(/^\(([^]*)\)$/, '$1');
}

function describeOurs(page: OurPage, theirs: TypesetPage): unknown {
  return {
    formulas: page.numbered.map(({ error, rows, references }, index) => {
      const oracle = theirs.formulas[index]?.error ?? null;
      const same = error !== null && oracle?.codes.includes(error.code) === true;
      const typeset = oracle === null;
      return {
        error: same ? oracle.codes[0] : (error?.code ?? null),
        shown: typeset
          ? rows.flatMap(({ shown }) => (shown === null ? [] : [shown]))
          : 'not typeset',
        references: typeset
          ? references.map((number, at) => {
              const key = page.displays[index]?.references[at]?.key ?? '';
              return theirs.onceInvisibleLabels.has(key)
                ? 'to a formula in error'
                : (number ?? '???');
            })
          : 'not typeset',
      };
    }),
    labels: Object.fromEntries(page.labels),
  };
}
