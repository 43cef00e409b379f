// The contract of publishing: what a place takes, what it is given, and what could not be carried over.
import type { Span } from '../../core/text/span.js';
import type { Change } from '../change.js';

export type TargetId = 'zhihu' | 'wechat' | 'cms';

/** A place where a post is pasted or imported. */
export interface PublishTarget {
  readonly id: TargetId;
  /** How a number stands at its row: as a `\tag`, or as text of the formula. */
  readonly numbers: 'tag' | 'text';
  /** How Markdown for it has a formula. */
  readonly writeFormula: (tex: string, isDisplay: boolean) => string;
  /** Whether it takes Markdown, or formatted text alone. */
  readonly format: 'markdown' | 'html';
  /** Whether it shows the HTML of a post. */
  readonly keepsHtml: boolean;
  /** Which links it leaves in a text. */
  readonly keepsLink: (address: string) => boolean;
  /** Whether a picture without an address of its own stays as it is written; else its path marks the place. */
  readonly keepsLocalPictures: boolean;
}

export interface PublishedPost {
  /** Markdown with numbers in place of references; no label, macro, comment or worksheet is left. */
  readonly text: string;
  readonly problems: readonly PublishProblem[];
}

/** What becomes of one piece of a block; places count from the start of the block. */
export interface PublishedPart {
  readonly change: Change | null;
  readonly problem: PublishProblem | null;
}

export interface PublishProblem {
  readonly code: PublishProblemCode;
  /** The picture, address, label, environment or mark that it is about. */
  readonly subject: string;
  /** In the post. */
  readonly span: Span;
}

export type PublishProblemCode =
  /** It has no address that others can read: it is to be uploaded by hand. */
  | 'picture'
  /** It became text. */
  | 'link'
  /** Nothing defines its label, or no number is behind it. */
  | 'reference'
  /** A reference that no math engine resolves: readers see it as it is written. */
  | 'source'
  /** Readers of the site see an error in its place. */
  | 'formula'
  /** Its numbers could not be written out. */
  | 'environment'
  /** Its macros could not be written out. */
  | 'macro'
  /** A numbered display has no place there. */
  | 'table'
  | 'html'
  /** A mark of the site's generator. */
  | 'template'
  /** A dollar of the text may begin a formula there. */
  | 'dollar'
  /** Readers see the source of a formula that has no end. */
  | 'unclosed';
