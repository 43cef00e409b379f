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
  /**
   * Whether what stands behind the lines of a quote without a mark belongs to it like any line of it, and
   * does not only go on with a paragraph.
   */
  readonly quotesHoldLines: boolean;
  readonly emphasis: EmphasisRule;
  readonly typography: Typography | null;
  /**
   * What `===` and `---` make a heading of: `paragraph`: all lines of one above them; `line`: one of a
   * single line; `last`: its last line, and two marks are the least.
   */
  readonly underlines: 'paragraph' | 'line' | 'last';
  /**
   * Which lines are items of a list: `loose`: whatever has a mark and a blank; such an item holds the
   * lines behind it that are not blank, and those that are indented at all behind a blank one.
   * `marked`: whatever has a mark, and text or nothing behind it; a mark and a space end a paragraph,
   * in an item any mark; and behind a blank line of an item no paragraph has lazy lines.
   * `spaced`: what has a mark and a blank, or a `|`, and each of them ends a paragraph.
   */
  readonly lists: 'commonmark' | 'loose' | 'marked' | 'spaced';
  /**
   * What fences code: `open`: what does in CommonMark; `closed`: of it what has an end, and is told in one
   * word what it is; `python`: fences at the beginnings of lines, the second of which is like the first.
   */
  readonly fences: 'open' | 'closed' | 'python';
  /** Where hashes begin a heading: `python`: with no blanks before them and an even number of backslashes behind. */
  readonly hashes: 'commonmark' | 'python';
  /** Whether a list needs no blank line before it, nor in a quote. */
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
  /**
   * Which construct in a text wins: the one that begins first, or that of the kind whose turn comes
   * first, each on one line: code, formulas, escapes, tags, footnotes, links (`turnTokens.ts`). marked
   * knows emphasis while it reads, so that an element may end where another construct would
   * (`markedTokens.ts`). Python-Markdown seeks one kind after the other, emphasis among them, and reads
   * anew what is in them (`python/patterns.ts`).
   */
  readonly constructs: 'first' | 'turns' | 'marked' | 'python';
  /** What closes code: `run`: as many backticks; `first`: the first that are as many. */
  readonly code: 'run' | 'first';
  /**
   * Which tags are left alone: those of CommonMark, or of its declarations only those in capitals, or
   * those of XML, whose elements hold all up to their end tags.
   */
  readonly tags: 'commonmark' | 'capitals' | 'xml';
  readonly tables: TableRule;
  /**
   * What begins a block of HTML: what does in CommonMark (`column`: but if it is indented, it ends no
   * paragraph outside of lists); of it only whole tags of what is a block to
   * HTML, and comments, or such comments as end on their line. Such an element is left alone to its
   * end, blank lines and all; where it is `xml`, what is no tag in its tree is text. `python`: where
   * nothing but blanks stands before it in the post.
   */
  readonly htmlBlocks: 'commonmark' | 'column' | 'lines' | 'xml' | 'python';
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
  /**
   * What is a row: `commonmark`: as many cells as the head has; `piped`: all cells of a line, as far as
   * lines have a `|`; `python`: each line up to a blank one, and a head has as many cells as the row of
   * dashes has, where pipes in code and behind a pair of backslashes count as the engine has it.
   */
  readonly rows: 'commonmark' | 'piped' | 'python';
  /** Whether a backslash keeps a pipe from ending a cell. */
  readonly escapesPipes: boolean;
  /** Whether that backslash is gone before anything else reads the cell. */
  readonly takesEscapes: boolean;
  /**
   * What else is a table, though markdown-it has a paragraph there: `pipes`: whatever lines between
   * blank ones all have a `|`, and nothing else; `cells`: a line above a row of as many dashes or more,
   * and what follows, each cell read for itself; `dashes`: a row of dashes, the line above it if there
   * is one, and what follows; `apart`: nothing, but the line above a row of dashes begins a paragraph.
   */
  readonly others: 'none' | 'pipes' | 'cells' | 'dashes' | 'apart';
}

/** By whose rule runs of `*`, `_` and `~` become elements, which cut a formula, where no other construct does. */
export type EmphasisRule = 'commonmark' | 'goldmark' | 'kramdown' | 'hyperdown';

/** By whose rule straight quotes, dashes and dots become typographic ones, in formulas too. */
export type Typography = 'smartypants' | 'goldmark' | 'kramdown';
