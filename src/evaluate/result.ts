// The contract of evaluation: what the formulas of a post came to, for the editor, the preview and the command line.
import type { Span } from '../core/text/span.js';

export type Verdict = 'holds' | 'fails' | 'unknown';

/** Numbers, arrays, nested arrays; never NaN. */
export type Value = number | readonly Value[];

export interface EvaluationResult {
  readonly kind: 'value' | 'claim';
  /** In the source of the post: the statement, or the formula that carries the mark. */
  readonly span: Span;
  /** Where its value is shown: just behind this offset. */
  readonly showAt: number;
  /** The LaTeX that was evaluated. */
  readonly source: string;
  readonly value: Value | null;
  /** The right side of a claim, or the value stated by a mark. */
  readonly expected: Value | null;
  readonly verdict: Verdict | null;
  /** Notes: a convention used, a stable form. */
  readonly message: string | null;
  /** The same notes by code, for the reader's language. */
  readonly notes?: readonly EvaluationNote[];
  /** How many significant digits the post wants shown. */
  readonly digits?: number;
  /** Whether its failure is only information (a relation of the prose without a mark). */
  readonly informative: boolean;
  /** What kept it from being computed; not empty where `value` is null. */
  readonly problems: readonly EvaluationProblem[];
}

export interface EvaluationNote {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface EvaluationProblem {
  readonly span: Span;
  /** A stable code, for messages in the reader's language. */
  readonly code: string;
  /** In English; the server translates by code and data. */
  readonly message: string;
  readonly data: Readonly<Record<string, string>>;
}
