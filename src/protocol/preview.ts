// The messages between server, client and preview, and the shape of a rendered post.

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
