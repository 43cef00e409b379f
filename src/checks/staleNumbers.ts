// Numbers written by hand that are no longer those of the equations they name, in words or in links.
import { movedNumbers } from './earlierNumbers.js';
import { linkedNumbers, wrongLinks } from './linkedNumbers.js';
import type { NamedEquation } from './numberedRows.js';
import type { BlogContext } from './rule.js';

export interface StaleNumber extends NamedEquation {
  readonly isLink: boolean;
  /** It was right before. */
  readonly ofChange: boolean;
}

export function staleNumbers(context: BlogContext): readonly StaleNumber[] {
  const linked = linkedNumbers(context);
  const inLinks = new Set(linked.map(({ written }) => written.span.start));
  return [
    ...movedNumbers(context)
      // Which equation a link means is more certain than what its number was.
      .filter(({ written }) => !inLinks.has(written.span.start))
      .map((named) => ({ ...named, isLink: false, ofChange: true })),
    ...wrongLinks(linked, context).map((named) => ({
      ...named,
      isLink: true,
      ofChange: named.wasRight,
    })),
  ];
}
