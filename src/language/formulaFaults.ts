// Why readers see an error in place of a formula: what the checks say of it, for whoever shows the post.
import { messageOfDisplayError } from '../checks/displayError.js';
import { textOf, type Message, type Translations } from '../checks/messages.js';
import type { AssumedParts } from '../checks/readings.js';
import { texFinding } from '../checks/texParse.js';
import type { Block } from '../core/markdown/block.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { numberDisplay } from '../core/numbering/numberDisplays.js';
import type { Snapshot } from '../core/post/facts.js';
import type { FormulaFault } from '../render/blockTexts.js';

/** Of the formulas of one block. */
export function formulaFaults(
  post: Snapshot,
  position: number,
  assumed: AssumedParts,
  translations: Translations,
): readonly FormulaFault[] {
  const block = post.blocks.blocks[position];
  if (!block || block.formulas.length === 0) return [];
  const messages = new Map([
    ...texFaults(post, position, block, assumed),
    ...displayFaults(post, position),
  ]);
  return [...messages].map(([formula, message]) => ({
    formula,
    text: textOf(message, translations),
  }));
}

/** They depend on the page. */
function displayFaults(post: Snapshot, position: number): readonly (readonly [number, Message])[] {
  const first = post.firstEntries[position] ?? 0;
  return (post.math[position]?.entries ?? []).flatMap((entry, at) => {
    if (entry.kind !== 'formula') return [];
    const { error } = numberDisplay(post.numbers, first + at, entry.display);
    return error ? [[entry.index, messageOfDisplayError(error)] as const] : [];
  });
}

interface Known {
  readonly macros: NumberingMacros;
  readonly site: Snapshot['site'];
  readonly assumed: string;
  readonly faults: readonly (readonly [number, Message])[];
}

const known = new WeakMap<Block, Known>();

/** They depend on the block alone: a block that stays is not looked at again. */
function texFaults(
  post: Snapshot,
  position: number,
  block: Block,
  assumed: AssumedParts,
): Known['faults'] {
  const macros = post.math[position]?.macrosBefore ?? noMacros;
  const key = JSON.stringify(assumed);
  const before = known.get(block);
  if (before?.macros === macros && before.site === post.site && before.assumed === key) {
    return before.faults;
  }
  const faults = block.formulas.flatMap((formula, index) => {
    const found = texFinding(formula, macros, { post, assumed }, 0);
    return found ? [[index, found.message] as const] : [];
  });
  known.set(block, { macros, site: post.site, assumed: key, faults });
  return faults;
}
