// Draws a plot as SVG: axes, curves and legend by the chart library, bars and cells into its frame. Its colours are the page's.
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { formatNumber } from '../../evaluate/format.js';
import type { EvaluatedPlot } from '../../evaluate/plot/plot.js';
import { cleanedSvg } from './cleanedSvg.js';
import { curvesIn } from './curves.js';
import { barsIn, cellsIn } from './fills.js';
import { HEIGHT, WIDTH, type Frame, type Picture, type Scale } from './picture.js';

use([LineChart, GridComponent, LegendComponent, SVGRenderer]);

/** `null` where its numbers are too large or too near for an axis. */
export function drawPlot(plot: EvaluatedPlot): string | null {
  const { x, y, curves, over } = pictureOf(plot);
  if (!canBeDrawn(x) || !canBeDrawn(y)) return null;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    const hasLegend = curves.length > 1;
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit' },
      legend: {
        show: hasLegend,
        top: 4,
        backgroundColor: 'none',
        borderColor: 'none',
        itemGap: 28,
        icon: 'roundRect',
        itemHeight: 4,
        textStyle: INK,
      },
      grid: { left: 64, right: 24, top: hasLegend ? 36 : 14, bottom: x.label === '' ? 30 : 46 },
      xAxis: { ...axisOf(x), position: y.isReversed ? 'top' : 'bottom' },
      yAxis: axisOf(y),
      series: curves.length === 0 ? [NO_CURVE] : curves,
    });
    const frame: Frame = {
      at: (place) => chart.convertToPixel({ gridIndex: 0 }, [...place]) as [number, number],
    };
    return cleanedSvg(chart.renderToSVGString(), over(frame));
  } finally {
    chart.dispose();
  }
}

/** The library rounds ticks to 20 decimals. */
function canBeDrawn({ from, to, log }: Scale): boolean {
  if (log) return from > 1e-90 && to < 1e90;
  const size = Math.max(Math.abs(from), Math.abs(to));
  return size < 1e15 && to - from > Math.max(1e-15, 1e-7 * size);
}

function pictureOf(plot: EvaluatedPlot): Picture {
  switch (plot.form) {
    case 'plot':
      return curvesIn(plot);
    case 'histogram':
      return barsIn(plot);
    case 'heat':
      return cellsIn(plot);
  }
}

/** Without any series there are no axes. */
const NO_CURVE = { type: 'line', data: [], silent: true, lineStyle: { color: 'none' } };

const INK = { color: 'currentColor', fontSize: 12 };

function axisOf({ label, log, from, to, isReversed, ticks }: Scale): object {
  const line = { show: true, lineStyle: { color: 'currentColor', opacity: 0.6 } };
  const places = ticks === undefined ? {} : { customValues: [...ticks] };
  return {
    type: log ? 'log' : 'value',
    min: from,
    max: to,
    inverse: isReversed === true,
    name: label,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: INK,
    axisLine: { ...line, onZero: false },
    axisTick: { ...line, ...places },
    axisLabel: {
      ...INK,
      ...places,
      hideOverlap: true,
      formatter: (at: number) => formatNumber(at, 4),
    },
    splitLine: { show: !ticks, lineStyle: { color: 'currentColor', opacity: 0.15 } },
  };
}
