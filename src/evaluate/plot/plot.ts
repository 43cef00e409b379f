// What a plot shows, before it is drawn: curves, bars, or a grid of cells.

/** Where a curve has a value; its neighbours in a piece are joined, pieces are not. */
export type PlotPoint = readonly [x: number, y: number];

export interface PlotAxis {
  /** TeX as it was written; of places in a vector `''`. */
  readonly label: string;
  readonly log: boolean;
  /** What is shown of it: what runs to infinity is cut off. */
  readonly from: number;
  readonly to: number;
}

export interface PlottedCurve {
  readonly label: string;
  readonly pieces: readonly (readonly PlotPoint[])[];
}

/** With its picture, as SVG, where it was drawn. */
export type EvaluatedPlot = PlottedForm & { readonly picture?: string | undefined };

type PlottedForm =
  | {
      readonly form: 'plot';
      readonly x: PlotAxis;
      readonly y: PlotAxis;
      readonly curves: readonly PlottedCurve[];
      /** Whether x runs over single values, and not over an interval. */
      readonly dotted: boolean;
    }
  /** Each bar stands between two neighbouring edges. */
  | {
      readonly form: 'histogram';
      readonly label: string;
      readonly edges: readonly number[];
      readonly counts: readonly number[];
    }
  /** Rows of cells, the first at the first y; `null` where there is no value. */
  | {
      readonly form: 'heat';
      readonly label: string;
      readonly x: HeatAxis;
      readonly y: HeatAxis;
      readonly cells: readonly (readonly (number | null)[])[];
    };

export interface HeatAxis {
  readonly label: string;
  readonly at: readonly number[];
}
