// What the page of a post shows, with its values and the reasons of its errors, for whoever writes the page.
import type { Translations } from '../checks/messages.js';
import type { AssumedParts } from '../checks/readings.js';
import type { Snapshot } from '../core/post/facts.js';
import { notesText } from '../evaluate/messages.js';
import type { EvaluationResult } from '../evaluate/result.js';
import { typesetMessagesIn, type PageParts } from '../render/page.js';
import { resultsByBlock } from '../render/results.js';
import { formulaFaults } from './formulaFaults.js';

export function pageContents(
  snapshot: Snapshot,
  values: readonly EvaluationResult[],
  assumed: AssumedParts,
  translations: Translations,
): Pick<PageParts, 'snapshot' | 'faults' | 'messages' | 'results'> {
  const results = resultsByBlock(snapshot, values, (notes) => notesText(notes, translations));
  return {
    snapshot,
    faults: (position) => formulaFaults(snapshot, position, assumed, translations),
    messages: typesetMessagesIn(translations),
    results: (position) => {
      const block = snapshot.blocks.blocks[position];
      return (block && results.get(block)) ?? [];
    },
  };
}
