// The contract of evaluation: what the formulas of a post came to, for the editor, the preview and the command line.
import type { Span } from '../core/text/span.js';
import type { EvaluatedAnalysis } from './analyse/analysis.js';
import type { EvaluatedPlot } from './plot/plot.js';
import type { Python } from './python/refusal.js';
import type { Verdict } from './verdict.js';

export type { EvaluatedAnalysis, EvaluatedPlot, Verdict };

/** Numbers, arrays, nested arrays; never NaN. */
export type Value = number | readonly Value[];

/** What stands between a value and what it is held against; definitions count as `=`. */
export type ResultRelation =
  | '='
  | '\\ne'
  | '<'
  | '>'
  | '\\le'
  | '\\ge'
  | '\\approx'
  | '\\in'
  | '\\notin'
  | '\\propto'
  | '\\succ'
  | '\\succeq';

/** What a place is a place of: the post, or `NAME.eval` beside `NAME.md`. */
export type ResultFile = 'post' | 'worksheet';

export interface EvaluationResult {
  /** Of all its places but those of its problems. */
  readonly file: ResultFile;
  /**
   * A check is a claim about symbols without values, tried on samples of their domains. The value of a
   * table is its rows; that of a plot, and of the curves of an analysis, is the points [x, y] of each curve.
   */
  readonly kind: 'value' | 'claim' | 'check' | 'table' | 'plot' | 'analysis';
  /** In the source: the statement, or the formula that carries the mark. */
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
  /** `value` with more digits; `null` where they are not known. */
  readonly full: FullValue | null;
  /** What its symbols stood for, in the words of worksheets: `n = 2`, `i = 1..2`, `x = [3, 4]`. */
  readonly reading: readonly string[];
  /** Where its value is stated, or may be. */
  readonly stated: StatedPlace | null;
  /** As it is written, where it is a table. */
  readonly table: EvaluatedTable | null;
  readonly plot: EvaluatedPlot | null;
  /** What was found of a measure or a loss; its curves are the plot. */
  readonly analysis: EvaluatedAnalysis | null;
  /** Of a slider its value is where it stands. */
  readonly slider: EvaluatedSlider | null;
  /** Where it was asked for. */
  readonly python?: Python;
}

export interface EvaluatedSlider {
  /** Its line, by which it is known from one version of the post to the next. */
  readonly line: string;
  /** As it is written. */
  readonly name: string;
  /** What it runs through, from the least to the greatest. */
  readonly values: readonly number[];
}

/** A table as it is written: each number with as many digits as are wanted and certain. */
export interface EvaluatedTable {
  /** What stands over the headings of the rows. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly heading: string;
  readonly cells: readonly string[];
}

export interface FullValue {
  /** All digits that are certain, at most 17. */
  readonly digits: string;
  /** The fraction that it is, where its digits do not end. */
  readonly fraction: string | null;
  /** Whether it is a whole number, or whole numbers, without rounding. */
  readonly isWhole: boolean;
  readonly certainDigits: number;
}

export interface StatedPlace {
  readonly span: Span;
  /** `prose` where no TeX can stand, `empty` within a mark that states nothing yet. */
  readonly kind: 'tex' | 'prose' | 'empty';
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
  readonly file: ResultFile;
  readonly span: Span;
  /** Stable; the text is made by `evaluationText`, in the reader's language. */
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/** With the problems that stand in that file alone, those of results of another file too. */
export function resultsSeenIn(
  file: ResultFile,
  results: readonly EvaluationResult[],
): readonly EvaluationResult[] {
  return results.flatMap((result): readonly EvaluationResult[] => {
    const problems = result.problems.filter((problem) => problem.file === file);
    if (result.file === file) return [{ ...result, problems }];
    const [first] = problems;
    if (first === undefined) return [];
    const { span } = first;
    return [{ ...result, file, span, showAt: span.end, stated: null, problems }];
  });
}

export function resultsIn(
  file: ResultFile,
  results: readonly EvaluationResult[],
): readonly EvaluationResult[] {
  return results.filter((result) => result.file === file);
}
