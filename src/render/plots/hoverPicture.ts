// The picture of a plot for a hover, where it is an image: no style sheet reaches it, and no pointer its numbers.
import { HEIGHT, WIDTH } from './picture.js';

/** In pixels; what a hover shows without being scrolled, with a line above it. */
const SHOWN = 352;

/** In the units of the picture, so that labels are read at the size that is shown. */
const FONT_SIZE = 19;

/** Against every theme's ground three to one, as shapes must be. */
const CURVE = '#2f81d6';

/** `ink` is the colour of text in the theme. */
export function hoverPicture(svg: string, ink: string): string {
  const size = `width="${SHOWN}" height="${Math.round((SHOWN * HEIGHT) / WIDTH)}"`;
  return svg
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" ${size} `)
    .replace(/<rect [^>]*class="plot-at"[^>]*>[^]*?<\/rect>/g, '')
    .replace(/ font-family="inherit"/g, ' font-family="sans-serif"')
    .replace(/ font-size="12px"/g, ` font-size="${FONT_SIZE}px"`)
    .replaceAll('var(--plot-1)', CURVE)
    .replaceAll('currentColor', ink);
}
