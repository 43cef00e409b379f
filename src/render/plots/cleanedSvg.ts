// What the chart library drew, without what a page with a strict policy refuses: styles of its own.
import { HEIGHT, WIDTH } from './picture.js';

/** `over` lies above what was drawn. */
export function cleanedSvg(drawn: string, over: string): string {
  const body = drawn
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>[^]*?<\/style>/g, '')
    // The ids of clip paths would be those of other pictures of the page too; curves are cut already.
    .replace(/<defs[^>]*>[^]*?<\/defs>/g, '')
    .replace(/ (?:class|pointer-events|clip-path|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, styles: string) => attributesOf(styles))
    .replace(/<rect [^>]*fill="none"><\/rect>/, '')
    .replace(/\n/g, '');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}">${body}${over}</svg>`;
}

/** `font-size:12px;fill:red` as ` font-size="12px" fill="red"`. */
function attributesOf(styles: string): string {
  return styles
    .split(';')
    .map((style) => /^\s*([a-z-]+)\s*:\s*(.*?)\s*$/.exec(style))
    .map((match) => (match ? ` ${match[1] ?? ''}="${match[2] ?? ''}"` : ''))
    .join('');
}
