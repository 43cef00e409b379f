// The messages between server, client and preview, and the shape of a rendered post.
import type { PlaceInPost } from './server.js';
import type { Step, Ways } from './trail.js';

/** Both ends refuse messages of another version: a window may outlive an update of the extension. */
export const previewProtocolVersion = 7;

/** One block as HTML. Formulas are placeholders that the preview typesets near the viewport. */
export interface RenderedBlock {
  /** Equal keys, equal HTML and formulas: the preview moves such a block, it never re-typesets it. */
  readonly key: string;
  readonly html: string;
  readonly lineCount: number;
}

/** Everything of a block that changes without its text: numbers of its rows and of its references. */
export interface BlockNumbers {
  /** In the order of the `.eq-number` of the block; `''` for a row that shows none. */
  readonly rows: readonly string[];
  /** In the order of the `.eq-ref` of the block: the text, or `null` for `(???)`. */
  readonly references: readonly (string | null)[];
}

/** What a block shows beside its HTML: it changes when other blocks do, and travels as text alone. */
export interface BlockTexts extends BlockNumbers {
  /** The formulas in whose place readers see an error. */
  readonly faults: readonly FormulaFault[];
  readonly results: readonly BlockResult[];
  /** The references, by their indices, that lead out of an excerpt: readers of a list cannot follow them. */
  readonly beyondCut: readonly number[];
  /** Addresses of links, as its HTML has them, that are known to lead nowhere. */
  readonly deadLinks: readonly string[];
  readonly damage: readonly FormulaDamage[];
}

/** What the site's Markdown does to a formula before readers see it. */
export interface FormulaDamage {
  /** Its index in the block; `null` where readers see its source. */
  readonly formula: number | null;
  /** In the reader's language. */
  readonly text: string;
}

export interface FormulaFault {
  /** Its index in the block. */
  readonly formula: number;
  /** Why, in the reader's language. */
  readonly text: string;
}

export type ResultState = 'value' | 'holds' | 'fails' | 'unknown';

/** An evaluated value, and where it stands: behind a formula of the block, or on a worksheet's line. */
export interface BlockResult {
  readonly anchor: 'formula' | 'line';
  /** The index of the formula in its block, or a line that counts from the block's first. */
  readonly index: number;
  readonly text: string;
  readonly state: ResultState;
  /** What a pointer or a screen reader is told beyond the text; `''` for nothing. */
  readonly detail: string;
  /** Of a step of a display that fails: its row among those that are seen. */
  readonly row?: RowPlace;
  /** Drawn below the worksheet. */
  readonly table?: ResultTable;
  readonly plot?: ResultPlot;
  /** Drawn before the text. */
  readonly slider?: ResultSlider;
}

export interface ResultSlider {
  /** The line of the worksheet that makes it: what it is known by. */
  readonly line: string;
  readonly name: string;
  /** What it runs through, from the least to the greatest. */
  readonly values: readonly number[];
  /** Which of them the results of the page are computed with. */
  readonly at: number;
}

/** Drawn below the worksheet too. */
export interface ResultPlot {
  readonly caption: string;
  readonly svg: string;
}

export interface ResultTable {
  readonly caption: string;
  /** What stands over the headings of the rows. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly heading: string; readonly cells: readonly string[] }[];
}

/** What is known of every block, shown or not: enough for the scroll bar and for jumps. */
export interface BlockOutlines {
  readonly lineCounts: readonly number[];
  /** Estimated heights, in lines of text as they are shown. */
  readonly weights: readonly number[];
}

export interface PositionedBlock {
  readonly position: number;
  readonly key: string;
  /** `null` where the preview holds a block of this key that the same patch removes. */
  readonly html: string | null;
}

export interface PositionedTexts {
  readonly position: number;
  readonly texts: BlockTexts;
}

/** Blocks `from` to `from + removed` become `inserted`; then blocks and texts come by their new positions. */
export interface PreviewPatch {
  readonly kind: 'patch';
  readonly protocol: number;
  /** The state that the patch leads from: 0 is the empty preview. */
  readonly base: number;
  readonly revision: number;
  readonly from: number;
  readonly removed: number;
  readonly inserted: BlockOutlines;
  readonly blocks: readonly PositionedBlock[];
  readonly texts: readonly PositionedTexts[];
  /** The newest window that the server had seen: what lies outside it may be dropped. */
  readonly window: number;
  readonly caret: CaretPlace | null;
}

/** The formula that holds the caret of the editor. */
export interface CaretPlace {
  readonly position: number;
  /** Its index in the block. */
  readonly formula: number;
}

export type ToPreview =
  | PreviewPatch
  /** Scroll to a block, and to one of its `.eq-number` where a row is given: a link was followed. */
  | { readonly kind: 'goTo'; readonly position: number; readonly row: number | null }
  /** Show this line of the source at the top. */
  | { readonly kind: 'showLine'; readonly line: number }
  /** The caret has moved to this formula, or to no formula, and the post is that of the last patch. */
  | { readonly kind: 'caret'; readonly revision: number; readonly place: CaretPlace | null }
  /** The ways out of the post, to posts that the reader left, are others than before. */
  | ({ readonly kind: 'ways' } & Ways)
  /** The equation that was asked for; `null` where there is none to show. */
  | {
      readonly kind: 'peeked';
      readonly request: number;
      readonly equation: PeekedEquation | null;
    }
  /** The blocks that hold what was searched. */
  | { readonly kind: 'found'; readonly search: number; readonly positions: readonly number[] };

export type FromPreview = ForServer | ForClient;

/** What the client hands on to the server. */
export type ForServer =
  | { readonly kind: 'ready'; readonly protocol: number }
  | { readonly kind: 'acknowledge'; readonly revision: number }
  /** The blocks that the preview shows or will soon show, by positions of `revision`. */
  | {
      readonly kind: 'window';
      readonly window: number;
      readonly revision: number;
      readonly from: number;
      readonly to: number;
    }
  /** A reference was activated: the `index`th `.eq-ref` of the block. */
  | {
      readonly kind: 'follow';
      readonly revision: number;
      readonly position: number;
      readonly index: number;
    }
  /** A link to a place of the same post was activated; the text behind its `#`, decoded. */
  | { readonly kind: 'followAnchor'; readonly anchor: string }
  /** The reader looks at what names an equation, and would see it. */
  | { readonly kind: 'peek'; readonly request: number; readonly subject: PeekSubject }
  /** The client's own: show the part above `<!--more-->` alone, or the whole post. */
  | { readonly kind: 'showExcerpt'; readonly isOn: boolean }
  | { readonly kind: 'find'; readonly search: number; readonly text: string }
  /** The reader moved the slider of a line to one of its values. */
  | { readonly kind: 'slide'; readonly line: string; readonly value: number };

/** The equation that a reference or a link names, as a block of its own. */
export interface PeekedEquation {
  readonly html: string;
  readonly texts: BlockTexts;
  /** The index of its number among those of the display. */
  readonly row: number;
  /** The post that holds it, in words; `null` for the post that is shown. */
  readonly post: string | null;
}

/** What names an equation: the `index`th `.eq-ref` of a block, or a link. */
export type PeekSubject =
  | {
      readonly kind: 'reference';
      readonly revision: number;
      readonly position: number;
      readonly index: number;
    }
  | { readonly kind: 'link'; readonly target: string };

/** What the client does itself. */
export type ForClient =
  /** `line` of the source is seen first, not always a whole one: the way back leads to it. */
  | { readonly kind: 'openLink'; readonly target: string; readonly line: number }
  /** Back or forward to a post that was left. */
  | { readonly kind: 'goAlong'; readonly step: Step; readonly line: number }
  | { readonly kind: 'revealLine'; readonly line: number }
  /** The reader scrolled: this line of the source, not always a whole one, stands at the top. */
  | { readonly kind: 'scrolled'; readonly line: number }
  /** The reader asks for the source of a formula; `opens` an editor where none shows the post. */
  | { readonly kind: 'revealFormula'; readonly place: FormulaPlace; readonly opens: boolean };

/** A formula of the preview, by positions of `revision`. */
export interface FormulaPlace {
  readonly revision: number;
  readonly position: number;
  /** Its index in the block. */
  readonly formula: number;
  /** `null` for the formula as a whole. */
  readonly row: RowPlace | null;
}

/** A row of a formula as it is seen. */
export interface RowPlace {
  readonly index: number;
  /** How many rows are seen: a reader of the source that finds others takes the whole formula. */
  readonly count: number;
}

/** What the server knows of a formula of the preview. */
export interface FormulaSource {
  /** Without the delimiters. */
  readonly tex: string;
  /** Of the row that was meant, else of the formula without its delimiters. */
  readonly start: PlaceInPost;
  readonly end: PlaceInPost;
}

/** Names of the notifications that carry these messages between client and server. */
export const previewNotifications = {
  open: 'postulate/preview/open',
  close: 'postulate/preview/close',
  fromPreview: 'postulate/preview/fromPreview',
  toPreview: 'postulate/preview/toPreview',
  /** From the client: where the caret stands in the editor of the post. */
  caret: 'postulate/preview/caret',
} as const;

/** What a menu of the preview is opened on: VS Code hands it to the commands, and asks `when` of it. */
export interface FormulaMenu {
  readonly webviewSection: 'formula';
  /** The URI of the post: by the time the command runs, another tab may be the active one. */
  readonly post: string;
  readonly place: FormulaPlace;
  /** Of the row, where readers see its number. */
  readonly postulateLabel?: string;
}

/** Names of the requests of the client. */
export const previewRequests = {
  /** The source of a formula; `null` where the post has changed since. */
  formula: 'postulate/preview/formula',
} as const;

export interface FormulaRequest {
  readonly session: string;
  readonly place: FormulaPlace;
}

export interface PreviewOpen {
  readonly session: string;
  readonly uri: string;
}

export interface PreviewClose {
  readonly session: string;
}

export interface PreviewCaret {
  readonly session: string;
  /** `null` where no editor shows the post. */
  readonly caret: PlaceInPost | null;
}
