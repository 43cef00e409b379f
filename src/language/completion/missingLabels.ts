// In `\label{`: the names that the post refers to and nothing defines.
import type { Snapshot } from '../../core/post/facts.js';
import type { CompletionItem, CompletionKind } from './item.js';
import { restOfKey } from './labelKey.js';

export const missingLabels: CompletionKind = {
  triggers: ['{', ':'],
  complete({ context: { post }, before, after }) {
    const typed = /\\label\{([^{}\\$]*)$/.exec(before)?.[1];
    if (typed === undefined) return null;
    const column = before.length;
    return {
      start: column - typed.length,
      end: column + restOfKey(after),
      items: missing(post, typed + after.slice(0, restOfKey(after))),
    };
  },
};

/** The label that is being written defines itself; it is no answer to the question what it should be. */
function missing({ facts }: Snapshot, own: string): readonly CompletionItem[] {
  const defined = new Set(facts.labels.map(({ key }) => key).filter((key) => key !== own));
  const names = new Set(facts.references.map(({ key }) => key));
  return [...names]
    .filter((key) => !defined.has(key))
    .map((key) => ({ kind: 'missing-label', text: key, filter: key }));
}
