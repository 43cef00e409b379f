// What stands in place of a number that is no longer that of its equation: a reference where one reaches it.
import { hasReferences } from '../core/site/site.js';
import { referenceInPlace } from './referenceInPlace.js';
import { replacement } from './replacement.js';
import type { BlogContext, Fix } from './rule.js';
import type { StaleNumber } from './staleNumbers.js';

export function mendedNumber(
  { written, equation, post, isLink }: StaleNumber,
  context: Pick<BlogContext, 'path' | 'site' | 'facts'>,
): Fix {
  const { path, site } = context;
  const [label] = equation.labels;
  // References do not reach across pages, and a link leads there already.
  const isReachable = post === path && hasReferences(site.math) && !isLink;
  return label === undefined || !isReachable
    ? replacement(written.number, written.numberSpan, equation.number)
    : replacement(`(${written.number})`, written.span, referenceInPlace(label, written, context));
}
