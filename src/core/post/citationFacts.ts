// Titles that a post cites in 《》, each with the link or tag that holds or surrounds it.
import { fromBlocks, type BlockList } from '../markdown/blockList.js';
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
  list: BlockList,
  references: readonly PageReferenceFacts[],
): readonly CitationFacts[] {
  const named = references.flatMap((reference) =>
    reference.textSpan === null ? [] : [{ ...reference.textSpan, reference }],
  );
  return fromBlocks(list, 'titleCitations', ({ titleCitations }, offset) =>
    titleCitations.map(({ title, span: inBlock, link }) => {
      const span = shiftSpan(inBlock, offset);
      const reference = spanAt(named, span.start)?.reference;
      return { title, span, link, ...(reference && { reference }) };
    }),
  );
}
