// What MathJax finds in a page: the oracle of what a Markdown engine leaves of formulas.
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';

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
