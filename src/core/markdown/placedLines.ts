// The lines of a post as their containers leave them; both block scanners, ours and markdown-it's, have them.

export interface PlacedLines {
  readonly blockIndent: number;
  /** Negative outside of lists. */
  readonly listIndent: number;
  /** Where the item begins whose lines they are; `null` if they are those of no item. */
  readonly item: number | null;
  isEmpty(line: number): boolean;
  indentOf(line: number): number;
  /** From the first character that is no space to the end. */
  trimmedStart(line: number): string;
  /** What stands before it, the marks of containers and all. */
  before(line: number): string;
  /** What its containers leave of it, without up to `indent` columns of indentation. */
  lineContent(line: number, indent: number): string;
}
