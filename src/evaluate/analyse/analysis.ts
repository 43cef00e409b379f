// What an analysis found, as results carry it: rows of a heading and a finding, each a text by its code.
import type { LibraryEntry } from '../library/entry.js';
import type { Verdict } from '../verdict.js';

export interface EvaluatedAnalysis {
  /** What the formula was taken for: `other` is neither a measure of a vector nor a loss of a probability. */
  readonly taken: 'measure' | 'loss' | 'other';
  /** Which values are sparser; of a loss `null`. */
  readonly direction: 'larger' | 'smaller' | null;
  /** Formulas of the library that have its values. */
  readonly same: readonly SameFormula[];
  readonly rows: readonly AnalysisRow[];
}

/** A formula of the library that gave the same values wherever both were tried. */
export interface SameFormula {
  readonly name: LibraryEntry['name'];
  /** In English. */
  readonly title: string;
  /** With the values of its parameters. */
  readonly call: string;
  readonly source: string;
  /** It gives the values with the other sign. */
  readonly negated: boolean;
  /** Where it does: a measure may be written for entries at least 0 alone. */
  readonly where: 'everywhere' | 'nonnegative' | 'probabilities';
}

export interface AnalysisRow {
  /** Lower kebab, for programs. */
  readonly name: string;
  readonly heading: AnalysisText;
  /** `holds` is that no counterexample was found. */
  readonly verdict: Verdict | null;
  readonly finding: AnalysisText;
  /** A line for a worksheet that shows the counterexample. */
  readonly paste: string | null;
}

/** By its code; the text is made by `evaluationText`. */
export interface AnalysisText {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

export function text(code: string, data: AnalysisText['data'] = {}): AnalysisText {
  return { code, data };
}
