// What a Markdown engine does to math, as data.

export interface EngineRules {
  /**
   * The formulas that the engine leaves alone: all that the math engine will find, `$$…$$` only,
   * or none. What it leaves alone comes before code, links and tags; anything else after them.
   */
  readonly protects: 'all' | 'doubleDollar' | 'none';
  /** The characters before which a backslash is dropped outside protected formulas. */
  readonly escapes: string;
  /** A display that is open at a line's end takes the next line, whatever it looks like. */
  readonly displaysHoldLines: boolean;
}
