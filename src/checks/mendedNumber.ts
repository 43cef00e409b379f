// What stands in place of a number that is no longer that of its equation: a reference where one reaches it.
import { hasReferences } from '../core/site/site.js';
import type { StaleNumber } from './earlierNumbers.js';
import { referenceInPlace } from './referenceInPlace.js';
import { replacement } from './replacement.js';
import type { BlogContext, Fix } from './rule.js';

export function mendedNumber(
  { written, equation, post }: StaleNumber,
  { path, site, facts }: Pick<BlogContext, 'path' | 'site' | 'facts'>,
): Fix {
  const [label] = equation.labels;
  // References do not reach across pages.
  return label === undefined || post !== path || !hasReferences(site.math)
    ? replacement(written.number, written.numberSpan, equation.number)
    : replacement(`(${written.number})`, written.span, referenceInPlace(label, written, facts));
}
