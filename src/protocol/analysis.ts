// What an analysis of a formula says, for the panel that shows it.

export const analysisRequests = {
  /** What the formula at a place is as a measure of sparsity. */
  measure: 'postulate/analysis/measure',
  /** What it is as a loss. */
  loss: 'postulate/analysis/loss',
} as const;

/** In the reader's language. */
export interface AnalysisAnswer {
  readonly kind: 'analysis';
  readonly source: string;
  readonly summary: string;
  readonly rows: readonly AnalysisAnswerRow[];
  /** Its curves, drawn by the server; `null` where there are none. */
  readonly svg: string | null;
}

export interface AnalysisAnswerRow {
  readonly heading: string;
  readonly finding: string;
  readonly verdict: 'holds' | 'fails' | 'unknown' | null;
  /** A line for a worksheet that shows the counterexample. */
  readonly paste: string | null;
}

/** No formula stands at the place: one of these functions of the post may be meant. */
export interface AnalysisChoice {
  readonly kind: 'choose';
  readonly functions: readonly {
    readonly source: string;
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  }[];
}
