// The one list of quick fixes, and those of one finding.
import { duplicateLabels } from './duplicateLabels.js';
import { labelElsewhere } from './labelElsewhere.js';
import { labelledNumber } from './labelledNumber.js';
import { labelRow } from './labelRow.js';
import { linkedCitation } from './linkedCitation.js';
import { linkElsewhere } from './linkElsewhere.js';
import { numberedLabel } from './numberedLabel.js';
import { fixHere, keepsItsWord, type Fixer, type FixContext, type QuickFix } from './quickFix.js';
import { severalLabels } from './severalLabels.js';
import { similarLabels } from './similarLabels.js';
import { unusedLabels } from './unusedLabels.js';

const fixers: readonly Fixer[] = [
  similarLabels,
  labelRow,
  linkElsewhere,
  labelElsewhere,
  numberedLabel,
  unusedLabels,
  duplicateLabels,
  severalLabels,
  labelledNumber,
  linkedCitation,
];

/** The likeliest first: what the rule itself would do. */
export function quickFixes(context: FixContext): readonly QuickFix[] {
  const { fix } = context.finding;
  const own = fix ? [fixHere(context, fix.title, [fix], fix.keepsPage === true)] : [];
  const others = fixersOf(context).flatMap((fixer) => fixer.fixes(context));
  return [...own, ...others].filter(keepsItsWord);
}

/** The posts that must be read before fixes are asked for. */
export function postsToRead(context: Omit<FixContext, 'others'>): readonly string[] {
  const paths = fixersOf(context).flatMap((fixer) => fixer.reads?.(context) ?? []);
  return [...new Set(paths)].filter((path) => path !== context.post.path);
}

function fixersOf({ finding }: Pick<FixContext, 'finding'>): readonly Fixer[] {
  return fixers.filter(({ rules }) => rules.includes(finding.rule));
}
