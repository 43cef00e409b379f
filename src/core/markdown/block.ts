// The contract of the scanner: a post as blocks that tile it, and what each block holds.
import type { MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';

export type BlockKind =
  | 'frontMatter'
  | 'paragraph'
  | 'heading'
  | 'code'
  | 'html'
  | 'quote'
  | 'list'
  | 'table'
  | 'thematicBreak'
  | 'definitions'
  | 'blank';

/**
 * One top-level piece of a post. A pure function of its text, of what it touches and of the site, so
 * that it can be kept when other blocks change. All offsets and lines in it count from its own start.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Its source, all its lines with their terminators, blank lines behind it included. */
  readonly text: string;
  readonly lineCount: number;
  /**
   * How many lines behind its last one the scanner looked at to know that it ends there. Not part
   * of what the block is: the same block may have another reach elsewhere.
   */
  readonly reach: number;
  /**
   * Whether the line before it, or the one behind it, is no blank one; told where that decides what
   * the block is, and else `false`.
   */
  readonly touchesBefore: boolean;
  readonly touchesAfter: boolean;
  readonly formulas: readonly Formula[];
  readonly references: readonly ProseReference[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly linkDefinitions: readonly LinkDefinition[];
  readonly titleCitations: readonly TitleCitation[];
  readonly handWrittenNumbers: readonly HandWrittenNumber[];
  readonly latexReferences: readonly LatexReference[];
  readonly unclosed: readonly UnclosedFormula[];
  readonly comments: readonly Comment[];
  readonly fences: readonly Fence[];
  /** The text between the `---` lines of front matter, empty for other blocks. */
  readonly frontMatter: MappedText | null;
}

export type Delimiter = '$' | '$$' | '\\(' | '\\[' | 'environment';

/** One formula as the site's math engine will find it. */
export interface Formula {
  /** With its delimiters. */
  readonly span: Span;
  readonly delimiter: Delimiter;
  readonly display: boolean;
  /**
   * The TeX that the math engine reads: container marks (`> `, indentation) removed and decoded for
   * the site, without delimiters; a bare environment is its own TeX, `\begin` and `\end` included.
   */
  readonly tex: MappedText;
}

export type ReferenceCommand = 'ref' | 'eqref';

/** `\ref{key}` or `\eqref{key}` outside every formula. */
export interface ProseReference {
  readonly command: ReferenceCommand;
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
}

export interface Heading {
  readonly level: number;
  /** Its source text, without marks. */
  readonly text: string;
  readonly span: Span;
}

/** `[text](target)`, `[text][label]`, `![text](target)`, `<https://…>`. */
export interface Link {
  readonly kind: 'link' | 'image' | 'autolink';
  /** The destination as written, escapes undone; for a link by label, its label. */
  readonly target: string;
  readonly byLabel: boolean;
  readonly text: string;
  readonly span: Span;
  readonly targetSpan: Span;
}

/** `[label]: target "title"`. */
export interface LinkDefinition {
  readonly label: string;
  readonly target: string;
  readonly title: string;
  readonly span: Span;
}

/** 《title》 or 〈title〉, without its brackets. `link` is the target of the link that holds or surrounds it. */
export interface TitleCitation {
  readonly title: string;
  readonly span: Span;
  readonly link: string | null;
}

/** An equation named by a number written by hand: 式(15), 公式$(1)$, Eq. (3). */
export interface HandWrittenNumber {
  readonly number: string;
  /** With its brackets, and the dollars that hold nothing else. */
  readonly span: Span;
  readonly numberSpan: Span;
}

/** `\cref{key}`, `\hyperref[key]{…}`, …, in prose or in a formula: references that LaTeX has and MathJax lacks. */
export interface LatexReference {
  readonly command: string;
  /** As written: one key, or several with commas between. */
  readonly keys: string;
  readonly span: Span;
}

/** What begins a formula that has no end: readers see its source. */
export interface UnclosedFormula {
  readonly lacks: 'end' | 'brace';
  /** `$$`, or the name of an environment; empty for a brace. */
  readonly subject: string;
  /** Of the start delimiter, or of the brace that nothing closes. */
  readonly span: Span;
}

/** `<!-- … -->`; `text` is what stands between the marks. */
export interface Comment {
  readonly text: MappedText;
  readonly span: Span;
}

/** A fenced code block; `info` is its info string as written. */
export interface Fence {
  readonly info: string;
  readonly span: Span;
  readonly body: MappedText;
}
