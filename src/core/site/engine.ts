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
  /** Whether a list needs no blank line before it, nor in a quote. */
  readonly listsEndParagraphs: boolean;
  /** Whether a thematic break needs no blank line before it. */
  readonly breaksEndParagraphs: boolean;
  /** Whether indented code needs no blank line before it. */
  readonly indentEndsParagraphs: boolean;
  /** What closes code: `run`: as many backticks; `first`: the first that are as many; `line`: so, on one line. */
  readonly code: 'run' | 'first' | 'line';
  /** Whether character references need no semicolon where browsers need none, and `[^note]` is a footnote. */
  readonly leavesReferences: boolean;
  /** What fences code: `python`: fences at the beginnings of lines, the second of which is like the first. */
  readonly fences: 'commonmark' | 'python';
  /** Where hashes begin a heading: `python`: with no blanks before them and an even number of backslashes behind. */
  readonly hashes: 'commonmark' | 'python';
  readonly tables: TableRule;
  /**
   * What begins a block of HTML: what does in CommonMark; of it only whole tags of what is a block to
   * HTML, and comments, or such comments as end on their line. Such an element is left alone to its
   * end, blank lines and all. `python`: the same, where nothing but blanks stands before it in the post.
   */
  readonly htmlBlocks: 'commonmark' | 'elements' | 'lines' | 'python';
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
   * What is a row: `commonmark`; `python`: each line up to a blank one, and a head has as many cells as
   * the row of dashes has, where pipes in code and behind a pair of backslashes count as the engine has it.
   */
  readonly rows: 'commonmark' | 'python';
  /**
   * What else is a table, though markdown-it has a paragraph there: `pipes`: a text whose lines all have
   * a `|`; `head`: a line above a row of as many dashes or more, and what follows; `dashes`: such a row, too, if no line
   * is above it.
   */
  readonly others: 'none' | 'pipes' | 'head' | 'dashes';
}

/**
 * By whose rule runs of `*`, `_` and `~` become elements, which cut a formula. `python`: among all that
 * stands in a line, of which one kind is sought after the other, not one construct behind the other.
 */
export type EmphasisRule =
  'commonmark' | 'marked' | 'goldmark' | 'kramdown' | 'hyperdown' | 'python';

/** By whose rule straight quotes, dashes and dots become typographic ones, in formulas too. */
export type Typography = 'smartypants' | 'goldmark' | 'kramdown';
