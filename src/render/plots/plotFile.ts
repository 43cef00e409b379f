// The picture of a plot as a file of its own, in colours that read on light and on dark pages, and what such a file says of itself.
import { plotDigest } from '../../evaluate/plot/plotDigest.js';
import type { EvaluatedPlot } from '../../evaluate/plot/plot.js';
import { escapeHtml } from '../escapeHtml.js';
import { HEIGHT, WIDTH } from './picture.js';

/** What a file of ours is known by. */
export interface PlotMark {
  readonly statement: string;
  /** Of what it shows: `plotDigest`. */
  readonly digest: string;
}

/** `null` where the plot was not drawn. */
export function plotFile(plot: EvaluatedPlot, statement: string, title: string): string | null {
  if (plot.picture === undefined) return null;
  const mark: PlotMark = { statement, digest: plotDigest(plot) };
  const body = plot.picture
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    // A picture behind a link is not pointed at: what would show on hover is dead weight.
    .replace(/<rect [^>]*class="plot-at"[^>]*>(?:<title>[^<]*<\/title>)?<\/rect>/g, '')
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ font-family="inherit"/g, '')
    .replace(/currentColor/g, INK)
    .replace(/var\(--(plot-\w+)\)/g, (_, name: string) => COLOURS[name] ?? INK);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" role="img">`;
  const parts = [head, `<title>${escapeHtml(title)}</title>`, metadata(mark), body, '</svg>'];
  return `${parts.join('\n')}\n`;
}

/** `null` where the text is no such file. */
export function markOfPlotFile(text: string): PlotMark | null {
  const found = METADATA.exec(text);
  if (found === null || !text.startsWith('<svg ')) return null;
  try {
    const { statement, digest } = JSON.parse(found[1] ?? '') as Partial<PlotMark>;
    if (typeof statement !== 'string' || typeof digest !== 'string') return null;
    return { statement, digest };
  } catch {
    return null;
  }
}

const METADATA = /<metadata id="postulate-plot">([^<]*)<\/metadata>/;

/** JSON in which nothing is left that XML would read. */
function metadata(mark: PlotMark): string {
  const json = JSON.stringify(mark).replace(
    /[<>&]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
  return `<metadata id="postulate-plot">${json}</metadata>`;
}

/** Each has a contrast of at least 3 : 1 with white and with #1e1e1e (WCAG 2.2, 1.4.11). */
const COLOURS: Readonly<Record<string, string>> = {
  'plot-1': '#3584c9',
  'plot-2': '#cc6a15',
  'plot-3': '#2f9250',
  'plot-4': '#9a6bcb',
  'plot-5': '#d95555',
  'plot-6': '#957d14',
  'plot-ground': 'none',
};
const INK = '#7a7a7a';
