// Titles that a post cites in 《》, each with the link that holds or surrounds it.
import { fromBlocks, type BlockList } from '../markdown/blockList.js';
import { shiftSpan, type Span } from '../text/span.js';

export interface CitationFacts {
  readonly title: string;
  /** With its brackets. */
  readonly span: Span;
  readonly link: string | null;
}

export function citationsOf(list: BlockList): readonly CitationFacts[] {
  return fromBlocks(list, 'titleCitations', ({ titleCitations }, offset) =>
    titleCitations.map(({ title, span, link }) => ({
      title,
      span: shiftSpan(span, offset),
      link,
    })),
  );
}
