// The contract of a post: one snapshot of its text, and all that it states. Pure functions of text and site.
import type { BlockList } from '../markdown/blockList.js';
import type { DisplayError } from '../numbering/display.js';
import type { PageNumbers } from '../numbering/pageNumbers.js';
import type { Site } from '../site/site.js';
import type { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { BlockMath } from './blockMath.js';
import type { CitationFacts } from './citationFacts.js';
import type { Neighbour } from './neighbourLink.js';
import type { PageReferenceFacts } from './pageReferences.js';
import type { PublicationFacts } from './publication.js';
import type { TableFacts } from './tableFacts.js';
import type { WorksheetReference } from './worksheets.js';

/** One state of one post: the only thing that features, checks, preview and evaluators read. */
export interface Snapshot {
  readonly path: string;
  readonly version: number;
  readonly site: Site;
  readonly lines: Lines;
  readonly blocks: BlockList;
  /** What each block says to the numbering, beside the blocks. */
  readonly math: readonly BlockMath[];
  /** The index, among the entries of all blocks, of each block's first; one more entry for their count. */
  readonly firstEntries: Uint32Array;
  readonly numbers: PageNumbers;
  /** Made when they are first asked for. */
  readonly facts: PostFacts;
}

/** All spans and lines are of the whole post, in its source; lines count from 0. */
export interface PostFacts {
  /** From the front matter, else the first heading of level 1, else `null`. */
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly publication: PublicationFacts;
  /** Every formula that is a display, or that holds a label, in order. */
  readonly displays: readonly DisplayFacts[];
  /** Every label of the post in order, dead ones and later duplicates included. */
  readonly labels: readonly LabelFacts[];
  /** Every `\ref` and `\eqref`, in prose and in formulas, in order. */
  readonly references: readonly ReferenceFacts[];
  /** Macros give `\ref` or `\eqref` a meaning of its own: no label need stand behind it. */
  readonly redefinesReferences: boolean;
  readonly headings: readonly HeadingFacts[];
  /** Ids of the page beside those of headings and equations; `null` where they cannot all be known. */
  readonly anchors: readonly string[] | null;
  readonly links: readonly LinkFacts[];
  /** Posts named by tags of the site's generator. */
  readonly pageReferences: readonly PageReferenceFacts[];
  /** Titles in 《》 or 〈〉. */
  readonly citations: readonly CitationFacts[];
  /** Where worksheets of the post name labels, for the definitions of their displays. */
  readonly worksheetReferences: readonly WorksheetReference[];
  /** Every equation that is named by a number written by hand. */
  readonly numbers: readonly NumberFacts[];
  /** The offset where the excerpt ends that its site may show in lists. */
  readonly cut: number | null;
  /** The first reference to an equation of the post that has no number, since the site numbers none. */
  readonly unnumbered: Span | null;
  /** Those with numbers, for other posts to compare. */
  readonly tables: readonly TableFacts[];
  /** What its comments silence. */
  readonly ignores: readonly IgnoreFacts[];
}

export interface IgnoreFacts {
  /** Of rules; all of them where there is none. */
  readonly codes: readonly IgnoredCode[];
  /** `null` for the whole post. */
  readonly scope: Span | null;
}

export interface IgnoredCode {
  /** As it is written; whether there is such a rule, the rules know. */
  readonly code: string;
  readonly span: Span;
}

export interface DisplayFacts {
  readonly environment: string;
  readonly span: Span;
  readonly line: number;
  readonly endLine: number;
  readonly block: number;
  /** Its index among the formulas of its block. */
  readonly formula: number;
  readonly rows: readonly RowFacts[];
  readonly error: DisplayErrorFacts | null;
}

export interface RowFacts {
  readonly span: Span;
  readonly number: string | null;
  /** What readers see at the row, `null` where it is nothing. */
  readonly shown: string | null;
  readonly labels: readonly string[];
  /** The number was written by hand, with `\tag`. */
  readonly tagged: boolean;
  /** Of its TeX, by which it is known again under another number; 0 for rows without a number. */
  readonly fingerprint: number;
}

export interface DisplayErrorFacts {
  readonly code: DisplayError['code'];
  readonly subject: string;
  readonly span: Span;
}

export interface LabelFacts {
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
  /** Index into `displays`. */
  readonly display: number;
  readonly row: number;
  /** The number it gives to its references; `null` where readers see (???). */
  readonly number: string | null;
  /** Why it has no number, where it has none, or not the number of the row it stands in. */
  readonly fault: LabelFault | null;
}

export type LabelFault =
  'row-without-number' | 'display-in-error' | 'inner-environment' | 'inline' | 'moved-to-next-row';

export interface ReferenceFacts {
  readonly command: 'ref' | 'eqref';
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
  /** The number that readers see, `null` where they see `???`. */
  readonly number: string | null;
  readonly inFormula: boolean;
}

export interface NumberFacts {
  readonly number: string;
  /** With its brackets, and the dollars that hold nothing else. */
  readonly span: Span;
  readonly numberSpan: Span;
  readonly of: NumberOwner;
  /** Of the words around it, by which it is known again after an edit elsewhere. */
  readonly place: number;
}

/** Whose equation it names: one of this post, of the post that is linked to, or of who knows what. */
export type NumberOwner = 'own' | 'unknown' | { readonly link: string };

export interface HeadingFacts {
  readonly level: number;
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}

export interface LinkFacts {
  readonly kind: 'link' | 'image' | 'autolink';
  readonly target: string;
  readonly text: string;
  readonly span: Span;
  readonly targetSpan: Span;
  /** Its target stands elsewhere, in the definition of its label. */
  readonly byLabel?: true;
  /** It says that it leads to the part of a series before or behind. */
  readonly neighbour?: Neighbour;
}
