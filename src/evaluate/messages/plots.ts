// How large plots are, in one line; see `messages.ts`.

export const PLOT_SIZES = {
  'plot.one-curve': 'plot: 1 curve, {points} points',
  'plot.size': 'plot: {curves} curves, {points} points',
  'histogram.size': 'histogram: {bars} bars, {numbers} numbers',
  'heat.size': 'heat map: {rows} × {columns}',
} as const;
