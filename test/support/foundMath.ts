// What MathJax finds in a page: the oracle of what a Markdown engine leaves of formulas.
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { isNoFormula } from '../../src/core/markdown/money.js';

RegisterHTMLHandler(liteAdaptor());

/** The formulas of a page in order, as `display TeX` or `inline TeX`. */
export function foundInPage(html: string): string[] {
  const inlineMath = [
    ['$', '$'],
    ['\\(', '\\)'],
  ];
  const page = mathjax.document(html, { InputJax: new TeX({ inlineMath }) });
  page.findMath();
  return Array.from(page.math)
    .filter((item) => item.start.delim !== '' || item.math.startsWith('\\begin'))
    .map((item) => (item.display ? 'display ' : 'inline ') + item.math);
}

/** What reads as a price, as blank or as half of a display is no formula to us, if to MathJax. */
export function mayBeRefused(found: string): boolean {
  if (!found.startsWith('inline')) return false;
  const tex = found.slice('inline '.length);
  if (tex.trim() === '' || tex.endsWith('\n')) return true;
  return ['x', '$', '$\n', '\\'].some((next) => isNoFormula(`$${tex}$${next}`, 0, tex.length + 1));
}

/** Around a `<br>` a page may have a line end more than the post. */
export function withSingleLineEnds(found: string): string {
  return found.replace(/\s*\n\s*/g, '\n');
}
