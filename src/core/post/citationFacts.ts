// Titles that a post cites in 《》, each with the link or tag that holds or surrounds it.
import type { BlockList } from '../markdown/blockList.js';
import { spanAt } from '../text/search.js';
import { shiftSpan, type Span } from '../text/span.js';
import type { PageReferenceFacts } from './pageReferences.js';

export interface CitationFacts {
  readonly title: string;
  /** With its brackets. */
  readonly span: Span;
  readonly link: string | null;
  /** The tag of a generator that leads there in place of a link. */
  readonly reference?: PageReferenceFacts;
}

export function citationsOf(
  { blocks, starts }: BlockList,
  references: readonly PageReferenceFacts[],
): readonly CitationFacts[] {
  const named = references.flatMap((reference) =>
    reference.textSpan === null ? [] : [{ ...reference.textSpan, reference }],
  );
  return blocks.flatMap((block, index) =>
    block.titleCitations.map(({ title, span: inBlock, link }) => {
      const span = shiftSpan(inBlock, starts[index] ?? 0);
      const reference = spanAt(named, span.start)?.reference;
      return { title, span, link, ...(reference && { reference }) };
    }),
  );
}
