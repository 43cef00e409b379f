// The contract of numbering: what the TeX of one formula says, and what number its page gives it.
import type { Span } from '../text/span.js';

/**
 * What one formula holds that numbers and labels depend on: a pure function of its TeX, the macros
 * in force and the math engine. All offsets count in the formula's decoded TeX; what a macro expands
 * to stands where the macro stands.
 */
export interface Display {
  /** `equation`, `align*`, …; `$$`, `\[`, `$`, `\(` where no environment numbers it. */
  readonly environment: string;
  /** In the order in which they take their numbers: where they end. */
  readonly rows: readonly Row[];
  readonly references: readonly TexReference[];
  /** An error of its own, whatever the page holds: two tags, wrong nesting, … */
  readonly error: DisplayError | null;
  /** The first error that is not `multiple-labels`, which MathJax 3 does not look for when it reads a formula again. */
  readonly otherError: DisplayError | null;
}

export interface Row {
  readonly span: Span;
  readonly numbering: RowNumbering;
  /** The labels that stand in it. */
  readonly labels: readonly Label[];
  /** The keys of the labels that its number goes to, wherever they stand; a later row may have them too. */
  readonly names: readonly string[];
}

export type RowNumbering =
  /** `part` is 0, or counts the rows of a `subequations`: 1 for `3a`, 2 for `3b`. */
  | { readonly kind: 'automatic'; readonly part: number }
  /** The `subequations` itself: its number is `3`, which its labels have and nobody sees. */
  | { readonly kind: 'parent' }
  | { readonly kind: 'none' }
  /** `\tag{text}`; starred, it is shown without parentheses. */
  | { readonly kind: 'tag'; readonly text: string; readonly starred: boolean };

export interface Label {
  readonly key: string;
  /** From `\label` to the closing brace. */
  readonly span: Span;
  readonly keySpan: Span;
  /** The row whose number it gives to its references, as index into the rows; `null` where it has none. */
  readonly takes: number | null;
  /** It stands in an environment that numbers nothing, inside the one that does. */
  readonly inner: boolean;
}

/** `\ref{key}` or `\eqref{key}` inside a formula. */
export interface TexReference {
  readonly command: 'ref' | 'eqref';
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
}

export type DisplayErrorCode =
  | 'multiple-labels'
  | 'duplicate-label'
  | 'multiple-tags'
  | 'tag-not-allowed'
  | 'unknown-environment'
  | 'wrong-nesting'
  | 'unclosed-environment'
  | 'unclosed-brace'
  | 'extra-close'
  /** A macro that expands to itself, or grows without bound. */
  | 'endless-macro'
  /** KaTeX refuses `\label`, `\ref` and `\eqref`. */
  | 'unsupported-command'
  | TexFaultInPlace;

/** What no engine accepts, wherever it stands: each stops there, and readers see an error in place of the display. */
export type TexFaultInPlace =
  | 'missing-argument'
  | 'double-superscript'
  | 'double-subscript'
  | 'misplaced-cell'
  | 'bad-delimiter';

export interface DisplayError {
  readonly code: DisplayErrorCode;
  /** What it is about: the label, the environment, the command. */
  readonly subject: string;
  readonly span: Span;
  /** Where the math engine stops reading: labels behind it do not exist for the page. */
  readonly at: number;
  /** How many rows ended before it: they have taken their numbers, though nobody sees them. */
  readonly rowsBefore: number;
}

/** A display in its page. A display in error has rows without numbers. */
export interface NumberedDisplay {
  readonly error: DisplayError | null;
  /** One for each row of the display. */
  readonly rows: readonly NumberedRow[];
  /** One for each reference of the display: the number readers see, `null` where they see `???`. */
  readonly references: readonly (string | null)[];
}

export interface NumberedRow {
  /** As `\ref` shows it, without parentheses; `null` where the row has none. */
  readonly number: string | null;
  /** As the row itself shows it: `(3)`, or `x` for `\tag*{x}`; `null` where it shows none. */
  readonly shown: string | null;
  /** Keys of the labels that can be referred to and so resolve to `number`; labels without a number are left out. */
  readonly labels: readonly string[];
}
