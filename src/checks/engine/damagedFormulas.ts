// The formulas of a post that its Markdown engine is known to have changed, or to leave alone now.
import type { Block, Formula } from '../../core/markdown/block.js';
import type { Row } from '../../core/numbering/display.js';
import { noMacros } from '../../core/numbering/macros.js';
import { parseDisplay } from '../../core/numbering/parseDisplay.js';
import type { Snapshot } from '../../core/post/facts.js';
import { remembered } from '../../core/remembered.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import type { PostContext } from '../rule.js';
import { isInElement } from './elements.js';
import { formulaDamage, type FormulaDamage } from './formulaDamage.js';

export interface DamagedFormula {
  readonly formula: Formula;
  /** In the post. */
  readonly span: Span;
  readonly damage: FormulaDamage;
  readonly block: Block;
  /** The index of the block, and where it begins in the post. */
  readonly at: number;
  readonly offset: number;
}

/** None where nobody said which engine the site has. */
export function damagedFormulas({ post, assumed }: PostContext): readonly DamagedFormula[] {
  return assumed.markdown ? [] : findDamage(post);
}

/** The rows that take a number where this TeX stands in place of the formula's. */
export function automaticRows(
  tex: string,
  { formula: { delimiter }, at }: DamagedFormula,
  { site, math }: Snapshot,
): readonly Row[] {
  const macros = math[at]?.macrosBefore ?? noMacros;
  return parseDisplay(tex, delimiter, site.math, macros, site.tags).rows.filter(
    ({ numbering }) => numbering.kind === 'automatic',
  );
}

const findDamage = remembered((post: Snapshot): readonly DamagedFormula[] => {
  const { blocks, starts } = post.blocks;
  return blocks.flatMap((block, at) =>
    block.formulas.flatMap((formula) => {
      const damage = formulaDamage(formula, block.text);
      const offset = starts[at] ?? 0;
      const span = shiftSpan(formula.span, offset);
      return damage && !isInElement(span, post)
        ? [{ formula, span, damage, block, at, offset }]
        : [];
    }),
  );
});
