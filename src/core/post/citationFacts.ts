// Titles that a post cites in 《》 or 〈〉, each with the link or tag that holds or surrounds it.
import type { Block } from '../markdown/block.js';
import { fromBlocks, type BlockList } from '../markdown/blockList.js';
import { spanAt, standingAt } from '../text/search.js';
import { shiftSpan, type Span } from '../text/span.js';
import { isFormerTitle } from './formerTitle.js';
import { isOtherWork } from './otherWork.js';
import type { PageReferenceFacts } from './pageReferences.js';

export interface CitationFacts {
  readonly title: string;
  /** With its brackets. */
  readonly span: Span;
  readonly link: string | null;
  /** The tag of a generator that leads there in place of a link. */
  readonly reference?: PageReferenceFacts;
  /** It says what a title was, names a paper or a book, or stands in the words of another: it stays as it is. */
  readonly verbatim?: true;
}

interface LabelledLink {
  readonly span: Span;
  readonly target: string;
}

/** `links` are those by label, whose targets stand elsewhere. */
export function citationsOf(
  list: BlockList,
  references: readonly PageReferenceFacts[],
  links: readonly LabelledLink[],
): readonly CitationFacts[] {
  const named = references.flatMap((reference) =>
    reference.textSpan === null ? [] : [{ ...reference.textSpan, reference }],
  );
  return fromBlocks(list, 'titleCitations', (block, offset) =>
    block.titleCitations.map((citation) => {
      const span = shiftSpan(citation.span, offset);
      const reference = spanAt(named, span.start)?.reference;
      const link = citation.link ?? standingAt(links, span.start)?.target ?? null;
      const isLinked = link !== null || reference !== undefined;
      const verbatim =
        isFormerTitle(block.text, citation.span) ||
        (!isLinked &&
          (isOtherWork(block.text, citation.span.start) || isQuoted(block, citation.span.start)));
      return {
        title: citation.title,
        span,
        link,
        ...(reference && { reference }),
        ...(verbatim ? { verbatim } : {}),
      };
    }),
  );
}

/** As a title stands within brackets. */
export function nestedTitle(title: string): string {
  return title.replace(/《/g, '〈').replace(/》/g, '〉');
}

/** In a block quote; one that begins with `[!NOTE]` or the like is a box of the writer. */
function isQuoted({ kind, text }: Block, at: number): boolean {
  if (kind !== 'quote' && kind !== 'list') return false;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const isQuote = kind === 'quote' || /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*>/.test(line);
  return isQuote && !/^[\s>*+-]*\[!/m.test(text.slice(0, at));
}
