// number.hard-coded: a number written by hand for an equation that has a label, whose reference would follow.
import type { NumberFacts } from '../core/post/facts.js';
import { hasReferences } from '../core/site/site.js';
import { movedNumbers } from './earlierNumbers.js';
import { message } from './messages.js';
import { numberedRows, tagsOf } from './numberedRows.js';
import { isInHeading, referenceInPlace } from './referenceInPlace.js';
import { replacement } from './replacement.js';
import type { BlogRule } from './rule.js';

export const hardCodedNumber: BlogRule = {
  sees: 'blog',
  code: 'number.hard-coded',
  severity: 'info',
  check(context) {
    const { facts, site } = context;
    if (facts.numbers.length === 0 || facts.labels.length === 0) return [];
    if (!hasReferences(site.math)) return [];
    const rows = numberedRows(facts);
    const tags = tagsOf(rows);
    const numbered = new Map(rows.map((row) => [row.number, row]));
    const stale = new Set<NumberFacts>(movedNumbers(context).map(({ written }) => written));
    return facts.numbers.flatMap((written) => {
      const { number, of, span } = written;
      const key = numbered.get(number)?.labels[0];
      if (of !== 'own' || key === undefined || tags.has(number) || stale.has(written)) return [];
      const fix = replacement(`(${number})`, span, referenceInPlace(key, written, context));
      return [
        {
          span,
          message: message('number.hard-coded', { number, key }),
          // The number may have been that of another equation, before some came or went.
          ...(!isInHeading(written, facts) && { fix: { ...fix, isGuess: true, keepsPage: true } }),
        },
      ];
    });
  },
};
