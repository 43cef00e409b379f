// What the text of one paragraph, heading or cell holds; offsets count in that text.
import type { InlineToken } from './inlineToken.js';
import type { InlineFormula, InlineReference } from './visibleMath.js';

export interface InlineScan {
  readonly formulas: readonly InlineFormula[];
  readonly references: readonly InlineReference[];
  /** Every construct in order; what a link's label holds follows the link. */
  readonly tokens: readonly InlineToken[];
}
