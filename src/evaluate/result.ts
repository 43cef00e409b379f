// The contract of evaluation: what the formulas of a post came to, for the editor, the preview and the command line.
import type { Span } from '../core/text/span.js';

export type Verdict = 'holds' | 'fails' | 'unknown';

/** Numbers, arrays, nested arrays; never NaN. */
export type Value = number | readonly Value[];

/** What stands between a value and what it is held against; definitions count as `=`. */
export type ResultRelation =
  '=' | '\\ne' | '<' | '>' | '\\le' | '\\ge' | '\\approx' | '\\in' | '\\notin' | '\\propto';

export interface EvaluationResult {
  /** A check is a claim about symbols without values, tried on samples of their domains. */
  readonly kind: 'value' | 'claim' | 'check';
  /** In the source of the post: the statement, or the formula that carries the mark. */
  readonly span: Span;
  /** Where its value is shown: just behind this offset. */
  readonly showAt: number;
  /** The LaTeX that was evaluated. */
  readonly source: string;
  readonly value: Value | null;
  /** The right side of a claim, or the value stated by a mark. */
  readonly expected: Value | null;
  /** Between the two. */
  readonly relation: ResultRelation | null;
  readonly verdict: Verdict | null;
  /** Where a check fails, or only one of its sides has a value. */
  readonly counterexample: Counterexample | null;
  /** Whether it was asked for only with all displays: what keeps it from being checked is no news. */
  readonly quiet: boolean;
  /** A convention used, a stable form. */
  readonly notes: readonly EvaluationNote[];
  /** How many significant digits are wanted and certain. */
  readonly digits: number;
  /** Whether its failure is only information (a relation of the prose without a mark). */
  readonly informative: boolean;
  /** What kept it from being computed; not empty where `value` is null. */
  readonly problems: readonly EvaluationProblem[];
}

/** Values of the symbols that a check left open. */
export interface Counterexample {
  readonly bindings: readonly { readonly name: string; readonly value: Value }[];
  /** The same as a line for a worksheet. */
  readonly text: string;
}

export interface EvaluationNote {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface EvaluationProblem {
  readonly span: Span;
  /** Stable; the text is made by `evaluationText`, in the reader's language. */
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}
