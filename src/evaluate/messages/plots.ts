// How large plots are, in one line, and what keeps them from being drawn; see `messages.ts`.

export const PLOT_SIZES = {
  'plot.one-curve': 'plot: 1 curve, {points} points',
  'plot.one-point': 'plot: 1 curve, 1 point',
  'plot.single-points': 'plot: {curves} curves, 1 point',
  'plot.size': 'plot: {curves} curves, {points} points',
  'plot.not-drawn':
    'not drawn: its numbers are too large, too small or too near one another for an axis',
  'histogram.size': 'histogram: {bars} bars, {numbers} numbers',
  'histogram.one-bar': 'histogram: 1 bar, {numbers} numbers',
  'histogram.one-number': 'histogram: 1 bar, 1 number',
  'heat.size': 'heat map: {rows} × {columns}',
} as const;
