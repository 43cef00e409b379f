// A reference to take the place of a number written by hand, in the form that the post writes references in.
import type { PostFacts } from '../core/post/facts.js';
import type { WrittenNumber } from '../core/post/linkNumber.js';
import { readsProse } from '../core/site/engines.js';
import type { Site } from '../core/site/site.js';
import { standingAt } from '../core/text/search.js';

export function referenceInPlace(
  label: string,
  { span, numberSpan }: WrittenNumber,
  { site, facts: { references } }: { readonly site: Site; readonly facts: PostFacts },
): string {
  const inFormulas = references.filter(({ inFormula }) => inFormula).length;
  const hasDollars = numberSpan.start - span.start > 1;
  const inFormula = references.length === 0 ? hasDollars : inFormulas * 2 >= references.length;
  return inFormula || !readsProse(site) ? `$\\eqref{${label}}$` : `\\eqref{${label}}`;
}

/** Another text gives a heading another address, and links that lead to it lead nowhere. */
export function isInHeading({ span }: WrittenNumber, { headings }: PostFacts): boolean {
  return standingAt(headings, span.start) !== undefined;
}
