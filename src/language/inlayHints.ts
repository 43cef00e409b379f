// Inlay hints: the number behind each label, and the values of worksheets and marks.
import type { Translations } from '../checks/messages.js';
import { describeResult } from '../evaluate/describe.js';
import { blockAtOffset } from '../core/markdown/blockList.js';
import { mathFacts } from '../core/post/mathFacts.js';
import type { Snapshot } from '../core/post/facts.js';
import { reaches, type Span } from '../core/text/span.js';
import type { EvaluationResult } from '../evaluate/result.js';

export interface InlayHint {
  readonly kind: 'number' | 'value';
  readonly offset: number;
  readonly text: string;
}

export interface InlayHintChoices {
  readonly numbers: boolean;
  readonly values: boolean;
}

export function inlayHints(
  post: Snapshot,
  results: readonly EvaluationResult[],
  range: Span,
  choices: InlayHintChoices,
  translations: Translations = {},
): readonly InlayHint[] {
  const hints = [
    ...(choices.numbers ? numberHints(post, range) : []),
    ...(choices.values ? valueHints(results, translations) : []),
  ];
  return hints
    .filter(({ offset }) => reaches(range, offset))
    .sort((left, right) => left.offset - right.offset);
}

/** Of the blocks that the range touches: asked for after each key, the facts of a long post would be too many. */
function numberHints(post: Snapshot, range: Span): readonly InlayHint[] {
  const from = blockAtOffset(post.blocks, range.start);
  const { labels, displays } = mathFacts(post, from, blockAtOffset(post.blocks, range.end) + 1);
  return labels.map((label) => {
    const shown =
      label.number === null
        ? null
        : (displays[label.display]?.rows[label.row]?.shown ?? `(${label.number})`);
    return { kind: 'number', offset: label.span.end, text: shown ?? '(???)' };
  });
}

/** Of claims, only a failing one is worth a mark, and it has its own finding. */
export function valueHints(
  results: readonly EvaluationResult[],
  translations: Translations = {},
): readonly InlayHint[] {
  return results.flatMap((result) => {
    const isAsked = ['value', 'table', 'plot', 'analysis'].includes(result.kind);
    if (!isAsked || result.value === null) return [];
    return [
      {
        kind: 'value',
        offset: result.showAt,
        text: describeResult(result, translations).answer,
      },
    ];
  });
}
