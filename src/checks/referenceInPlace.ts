// A reference to take the place of a number written by hand, in the form that the post writes references in.
import type { PostFacts } from '../core/post/facts.js';
import type { WrittenNumber } from '../core/post/linkNumber.js';

export function referenceInPlace(
  label: string,
  { span, numberSpan }: WrittenNumber,
  { references }: PostFacts,
): string {
  const inFormulas = references.filter(({ inFormula }) => inFormula).length;
  const hasDollars = numberSpan.start - span.start > 1;
  const inFormula = references.length === 0 ? hasDollars : inFormulas * 2 >= references.length;
  return inFormula ? `$\\eqref{${label}}$` : `\\eqref{${label}}`;
}
