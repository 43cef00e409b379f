// Titles that a post cites in 《》, each with the link that holds or surrounds it.
import type { BlockList } from '../markdown/blockList.js';
import { shiftSpan, type Span } from '../text/span.js';

export interface CitationFacts {
  readonly title: string;
  /** With its brackets. */
  readonly span: Span;
  readonly link: string | null;
}

export function citationsOf({ blocks, starts }: BlockList): readonly CitationFacts[] {
  return blocks.flatMap((block, index) =>
    block.titleCitations.map(({ title, span, link }) => ({
      title,
      span: shiftSpan(span, starts[index] ?? 0),
      link,
    })),
  );
}
