// What the checks say of the damage that Markdown does to formulas, as the preview shows it: each with its block.
import type { ReportedFinding } from '../checks/check.js';
import { textOf, type Translations } from '../checks/messages.js';
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Block } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import type { FormulaDamage } from '../render/blockTexts.js';

/** Kept by block: what did not change keeps its marks until the post is checked again. */
export type DamageByBlock = WeakMap<Block, readonly FormulaDamage[]>;

export function damageByBlock(
  { blocks: list }: Snapshot,
  findings: readonly ReportedFinding[],
  translations: Translations,
): DamageByBlock {
  const byBlock = new Map<Block, FormulaDamage[]>();
  for (const { rule, span, message } of findings) {
    const position = blockAtOffset(list, span.start);
    const block = list.blocks[position];
    if (!block || !rule.startsWith('engine.')) continue;
    const offset = span.start - (list.starts[position] ?? 0);
    const isLost = rule === 'engine.not-a-formula';
    const damage = {
      formula: isLost ? null : formulaAt(block, offset),
      text: textOf(message, translations),
    };
    const same = byBlock.get(block);
    if (same) same.push(damage);
    else byBlock.set(block, [damage]);
  }
  return new WeakMap(byBlock);
}

function formulaAt({ formulas }: Block, offset: number): number | null {
  const index = formulas.findIndex(({ span }) => span.start <= offset && offset < span.end);
  return index < 0 ? null : index;
}
