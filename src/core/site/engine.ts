// What a Markdown engine does to math, as data.

export interface EngineRules {
  /**
   * The formulas that the engine leaves alone: all that the math engine will find, or those between
   * delimiters that it knows. They come before code, links and tags; anything else after them.
   */
  readonly protects: 'all' | readonly Protection[];
  /** Whether the math engine reads nothing but what is protected, as arithmatex has it set up. */
  readonly readsOnlyProtected: boolean;
  /** The characters before which a backslash is dropped outside protected formulas. */
  readonly escapes: string;
  /**
   * Whether a backslash at a line's end is a hard break and goes. `lone`: if none stands before it;
   * `decoded`: also the one that is left of an escape.
   */
  readonly breaksAtBackslash: 'always' | 'lone' | 'decoded' | 'never';
  /** Whether a backslash takes the next character with it even where it is not dropped. */
  readonly escapesAll: boolean;
  /** A display that is open at a line's end takes the next line, whatever it looks like. */
  readonly displaysHoldLines: boolean;
  readonly emphasis: EmphasisRule;
  readonly typography: Typography | null;
  /**
   * What `===` and `---` make a heading of: `paragraph`: all lines of one above them; `line`: one of a
   * single line; `last`: its last line, and two marks are the least.
   */
  readonly underlines: 'paragraph' | 'line' | 'last';
  /**
   * What marks an item of a list: what does in CommonMark; of it only marks with a blank behind them,
   * or with a `|`, and each of them ends a paragraph.
   */
  readonly listMarks: 'commonmark' | 'spaced';
  /** What fenced code without an end is: code to the end, or text; then it is told in one word what it is. */
  readonly fences: 'open' | 'closed';
  /** Whether a list needs no blank line before it. */
  readonly listsEndParagraphs: boolean;
  /**
   * Whether a display, a table and an underlined heading must have a blank line before them, and the
   * first two behind them as well.
   */
  readonly needsBlankLines: boolean;
  /** Whether a thematic break needs no blank line before it. */
  readonly breaksEndParagraphs: boolean;
  /** Whether indented code needs no blank line before it. */
  readonly indentEndsParagraphs: boolean;
  /** What belongs to indented code: lines that are indented, or also those below them up to a blank one. */
  readonly indentedCode: 'indented' | 'lazy';
  /** What closes code: `run`: as many backticks; `first`: the first that are as many; `line`: so, on one line. */
  readonly code: 'run' | 'first' | 'line';
  /**
   * Which tags in a line are left alone: those of CommonMark, whatever stands between angle brackets, or
   * those of XML, whose elements hold all up to their end tags.
   */
  readonly tags: 'commonmark' | 'loose' | 'xml';
  /** Whether character references need no semicolon where browsers need none, and `[^note]` is a footnote. */
  readonly leavesReferences: boolean;
  readonly tables: TableRule;
  /**
   * What begins a block of HTML: what does in CommonMark; of it only whole tags of what is a block to
   * HTML, and comments, or such comments as end on their line. Such an element is left alone to its
   * end, blank lines and all; where it is `xml`, what is no tag in its tree is text.
   */
  readonly htmlBlocks: 'commonmark' | 'elements' | 'lines' | 'xml';
  /** Whether a comment needs no blank line before it to be a block. */
  readonly commentsEndParagraphs: boolean;
}

/** A pair of delimiters between which the engine leaves the text alone. */
export interface Protection {
  readonly open: string;
  readonly close: string;
  /**
   * Where the pair holds: `inline`: in one text, over its lines; `line`: on one line;
   * `block`: as lines of its own between blank lines, over blank lines inside;
   * `fences`: where both delimiters are alone on their lines; `chunk`: as lines of its own with no
   * blank line inside.
   */
  readonly where: 'inline' | 'line' | 'block' | 'fences' | 'chunk';
  /**
   * How the page has it: `text`: as it stands; `page`: as it stands, and what is HTML in it is HTML
   * to the reader; `round`: as `\(…\)` or `\[…\]`; `element`: so, and in an element.
   */
  readonly written: 'text' | 'page' | 'round' | 'element';
}

export interface TableRule {
  /** What a row of dashes must match beyond what markdown-it asks of it. */
  readonly dashes: RegExp;
  /** Whether a table needs no blank line before it. */
  readonly endParagraphs: boolean;
  /** Whether a backslash keeps a pipe from ending a cell. */
  readonly escapesPipes: boolean;
  /**
   * What else is a table, though markdown-it has a paragraph there: `pipes`: whatever lines between
   * blank ones all have a `|`, and nothing else; `head`: a line above a row of as many dashes or more, and what follows; `dashes`: such a row, too, if no line
   * is above it.
   */
  readonly others: 'none' | 'pipes' | 'head' | 'dashes';
}

/** By whose rule runs of `*`, `_` and `~` become elements, which cut a formula. */
export type EmphasisRule =
  'commonmark' | 'marked' | 'goldmark' | 'kramdown' | 'hyperdown' | 'python';

/** By whose rule straight quotes, dashes and dots become typographic ones, in formulas too. */
export type Typography = 'smartypants' | 'goldmark' | 'kramdown';
