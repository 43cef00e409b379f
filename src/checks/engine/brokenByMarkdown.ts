// Whether a formula is an error only by what the site's Markdown engine took of it: the rules of that speak of it.
import type { Formula } from '../../core/markdown/block.js';
import { noMacros, type NumberingMacros } from '../../core/numbering/macros.js';
import { parseDisplay } from '../../core/numbering/parseDisplay.js';
import { scanTex } from '../../core/numbering/texScan.js';
import type { DisplayFacts } from '../../core/post/facts.js';
import type { Site } from '../../core/site/site.js';
import type { PostContext } from '../rule.js';
import { formulaDamage } from './formulaDamage.js';

/** `source` is that of its block. */
export function isBrokenByMarkdown(
  formula: Formula,
  source: string,
  macros: NumberingMacros,
  { post, assumed }: Pick<PostContext, 'post' | 'assumed'>,
): boolean {
  const damage = assumed.markdown ? null : formulaDamage(formula, source);
  if (!damage || damage.lostRows.length + damage.eaten.length === 0) return false;
  return !isError(damage.meant, formula, macros, post.site);
}

/** The same, of a display among the facts of the post. */
export function isDisplayBrokenByMarkdown(
  { block, formula: index }: DisplayFacts,
  context: PostContext,
): boolean {
  const { blocks, math } = context.post;
  const holder = blocks.blocks[block];
  const formula = holder?.formulas[index];
  if (!formula) return false;
  const macros = math[block]?.macrosBefore ?? noMacros;
  return isBrokenByMarkdown(formula, holder.text, macros, context);
}

/** Whether readers see an error in place of this TeX. */
export function isError(
  tex: string,
  { delimiter }: Formula,
  macros: NumberingMacros,
  { math, tags }: Site,
): boolean {
  return (
    scanTex(tex, (name) => macros.commands.has(name)) !== null ||
    parseDisplay(tex, delimiter, math, macros, tags).error !== null
  );
}
