// The lines that a paragraph may go on in, for our scanner and for markdown-it's.

/** The lines of a paragraph's container; both block scanners, ours and markdown-it's, give them. */
export interface ContainerLines {
  /** Tells this container from those around it and in it. */
  readonly container: number;
  /**
   * A line without the marks of its containers, `null` where the container has ended.
   * `paragraphEnded` tells whether a blank line came before, so that the line cannot be lazy.
   */
  text(line: number, paragraphEnded: boolean): string | null;
  /** A line as it stands in the post, marks and all. */
  source(line: number): string;
  /** Where the item of a list begins whose lines they are; `null` if they are those of no item. */
  itemStart(): number | null;
  /** Whether nothing, or a blank line, stands before a line in its container. */
  isBehindGap(line: number): boolean;
  /** Whether the container goes on at `line` with a line that is not blank. */
  goesOn(line: number): boolean;
  /** The first line from `line` on that does not continue a paragraph. */
  plainEnd(line: number): number;
}

export function containerKey(level: number, indent: number): number {
  return level * 0x10000 + indent;
}
