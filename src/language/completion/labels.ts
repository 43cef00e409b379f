// In `\ref{` and `\eqref{`: the labels of the post, found by name, number or TeX.
import type { LabelFacts, Snapshot } from '../../core/post/facts.js';
import { countingLabels } from '../countingLabel.js';
import { summarizeTex, texOf } from '../equation.js';
import type { CompletionItem, CompletionKind } from './item.js';
import { restOfKey } from './labelKey.js';

export const labels: CompletionKind = {
  triggers: ['{', ':', '\\'],
  complete({ context: { post }, before, after }) {
    // A command that is typed in place of a name is TeX of the equation.
    const typed = /\\(?:ref|eqref)\{([^{}$]*)$/.exec(before)?.[1];
    if (typed === undefined) return null;
    const column = before.length;
    const items = labelsOf(post);
    return { start: column - typed.length, end: column + restOfKey(after), items };
  },
};

/** Of labels that are defined twice, the one that counts. */
export function labelsOf(post: Snapshot): readonly CompletionItem[] {
  return countingLabels(post.facts.labels).map((label) => {
    const display = post.facts.displays[label.display];
    return labelItem(post.path, label, display ? texOf(post, display) : null);
  });
}

/** Editors read no more of a filter than this. */
const longestTex = 60;

export function labelItem(path: string, label: LabelFacts, tex: string | null): CompletionItem {
  const { key, number } = label;
  const summary = tex === null ? '' : summarizeTex(tex, longestTex);
  return {
    kind: 'label',
    text: key,
    filter: [key, number ?? '', summary].filter(Boolean).join(' '),
    note: number === null ? '(???)' : `(${number})`,
    subject: { kind: 'equation', path, key },
    ...(summary === '' ? {} : { tex: summary }),
  };
}
