// What the block around a text tells of it, beyond the text itself.

export interface TextPlace {
  /**
   * `item`: the text of an item in a tight list, which is no paragraph in the page. `cell`: of a table,
   * which has taken the backslashes from before its pipes; `wholeCell`: with those backslashes.
   */
  readonly kind: 'paragraph' | 'item' | 'heading' | 'cell' | 'wholeCell';
  /** What stands in the post before a line of the text: the marks of quotes. `null`: of none. */
  readonly marks: ((line: number) => string) | null;
  /** Whether its lines end with a carriage return, too; asked for where that makes other quotes. */
  readonly returns: boolean;
  /** The quotes that other texts of the block have left open, for an engine that goes on counting them. */
  readonly quotes?: OpenQuotes;
}

export interface OpenQuotes {
  single: number;
  double: number;
}

export const inParagraph: TextPlace = { kind: 'paragraph', marks: null, returns: false };
export const inHeading: TextPlace = { kind: 'heading', marks: null, returns: false };
export const inCell: TextPlace = { kind: 'cell', marks: null, returns: false };
export const inWholeCell: TextPlace = { kind: 'wholeCell', marks: null, returns: false };

/** Of what stands before the content of a line. */
export function quoteMark(before: string): string {
  return before.includes('>') ? before : '';
}
