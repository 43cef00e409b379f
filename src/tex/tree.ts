// The syntax tree of a formula: what KaTeX reads, reduced to what decides meaning, each node with its place.
import type { Span } from '../core/text/span.js';

export type TexNode =
  | TexSymbol
  | TexText
  | TexOperator
  | TexGroup
  | TexScripts
  | TexFraction
  | TexRoot
  | TexFence
  | TexMiddle
  | TexAccent
  | TexArray
  | TexSpace
  | TexOther;

export type SymbolRole =
  'letter' | 'digit' | 'binary' | 'relation' | 'open' | 'close' | 'punctuation' | 'ordinary';

export type TexFont =
  'bold' | 'roman' | 'blackboard' | 'calligraphic' | 'fraktur' | 'sans' | 'typewriter' | 'italic';

/** One symbol; commands of the same meaning share one `text` (`\leq` and `≤` are `\le`). */
export interface TexSymbol {
  readonly kind: 'symbol';
  readonly text: string;
  readonly role: SymbolRole;
  readonly font: TexFont | null;
  readonly span: Span;
}

/** `\text{…}`, or a run of upright letters (`\mathrm{mean}`). */
export interface TexText {
  readonly kind: 'text';
  readonly text: string;
  /** Whether it is a name in the formula rather than words between formulas. */
  readonly upright: boolean;
  readonly span: Span;
}

/** `\sum`, `\log`, `\operatorname{softmax}`, `\mathop{\text{rank}}`: without backslash and spaces. */
export interface TexOperator {
  readonly kind: 'operator';
  readonly name: string;
  readonly span: Span;
}

/** Braces, which the reader does not see. */
export interface TexGroup {
  readonly kind: 'group';
  readonly body: readonly TexNode[];
  readonly span: Span;
}

export interface TexScripts {
  readonly kind: 'scripts';
  readonly base: TexNode | null;
  readonly subscript: readonly TexNode[] | null;
  readonly superscript: readonly TexNode[] | null;
  readonly span: Span;
}

export interface TexFraction {
  readonly kind: 'fraction';
  readonly numerator: readonly TexNode[];
  readonly denominator: readonly TexNode[];
  /** A binomial has none. */
  readonly bar: boolean;
  readonly span: Span;
}

export interface TexRoot {
  readonly kind: 'root';
  readonly degree: readonly TexNode[] | null;
  readonly radicand: readonly TexNode[];
  readonly span: Span;
}

/** `\left … \right`; an invisible delimiter is ''. */
export interface TexFence {
  readonly kind: 'fence';
  readonly left: string;
  readonly right: string;
  readonly body: readonly TexNode[];
  readonly span: Span;
}

export interface TexMiddle {
  readonly kind: 'middle';
  readonly delimiter: string;
  readonly span: Span;
}

/** `\hat{y}`, `\bar x`, `\overline{x}`; `accent` is the command. */
export interface TexAccent {
  readonly kind: 'accent';
  readonly accent: string;
  readonly body: readonly TexNode[];
  readonly span: Span;
}

export interface TexArray {
  readonly kind: 'array';
  /** Whether its columns are aligned relations (align, split, gather) rather than entries. */
  readonly aligned: boolean;
  readonly rows: readonly (readonly (readonly TexNode[])[])[];
  readonly span: Span;
}

/** White space of at least a quad. */
export interface TexSpace {
  readonly kind: 'space';
  readonly span: Span;
}

/** A construct that has no part in evaluation; `name` says which. */
export interface TexOther {
  readonly kind: 'other';
  readonly name: string;
  readonly span: Span;
}

/** Macros by command name (`\RR`) with their bodies; arguments are `#1` to `#9`. */
export type TexMacros = Readonly<Record<string, string>>;

export interface TexProblem {
  readonly code: 'tex.syntax' | 'tex.alignment' | 'tex.too-long' | 'tex.too-deep';
  /** What KaTeX says, or the limit that was passed. */
  readonly detail: string;
  readonly span: Span;
}

export interface TexParse {
  readonly tree: readonly TexNode[];
  readonly problems: readonly TexProblem[];
}
