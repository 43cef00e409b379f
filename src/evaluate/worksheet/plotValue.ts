// The value of a plot, as programs read it: the points of each curve.
import type { EvaluatedPlot } from '../plot/plot.js';
import type { Value } from '../result.js';

/** `[x, y]` of curves, whose pieces are joined; the middle of a bar and its height, `[x, y, value]` of the cells of a heat map. */
export function plotValue(plot: EvaluatedPlot): Value {
  switch (plot.form) {
    case 'plot':
      return plot.curves.map(({ pieces }) => pieces.flat());
    case 'histogram':
      return [
        plot.counts.map((count, at) => {
          const [from, to] = [plot.edges[at] ?? 0, plot.edges[at + 1] ?? 0];
          return [(from + to) / 2, count];
        }),
      ];
    case 'heat':
      return [
        plot.cells.flatMap((row, line) =>
          row.flatMap((value, column) =>
            value === null ? [] : [[plot.x.at[column] ?? 0, plot.y.at[line] ?? 0, value]],
          ),
        ),
      ];
  }
}
