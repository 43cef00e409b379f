// A plot in one line, as a text with its data: a picture is too much for a line.
import type { PLOT_SIZES } from '../messages/plots.js';
import type { EvaluatedPlot } from './plot.js';

interface PlotSize {
  readonly code: keyof typeof PLOT_SIZES;
  readonly data: Readonly<Record<string, string>>;
}

export function plotSize(plot: EvaluatedPlot): PlotSize {
  switch (plot.form) {
    case 'plot': {
      const counts = plot.curves.map(({ pieces }) => pieces.flat().length);
      const most = Math.max(...counts);
      const data = { curves: String(counts.length), points: String(most) };
      if (most === 1)
        return { code: counts.length === 1 ? 'plot.one-point' : 'plot.single-points', data };
      return { code: counts.length === 1 ? 'plot.one-curve' : 'plot.size', data };
    }
    case 'histogram': {
      const numbers = plot.counts.reduce((sum, count) => sum + count, 0);
      const data = { bars: String(plot.counts.length), numbers: String(numbers) };
      if (plot.counts.length > 1) return { code: 'histogram.size', data };
      return { code: numbers === 1 ? 'histogram.one-number' : 'histogram.one-bar', data };
    }
    case 'heat':
      return {
        code: 'heat.size',
        data: { rows: String(plot.y.at.length), columns: String(plot.x.at.length) },
      };
  }
}
