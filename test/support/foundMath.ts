// What MathJax finds in a page: the oracle of what a Markdown engine leaves of formulas.
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import 'mathjax-full/js/util/entities/all.js';
import { isNoFormula } from '../../src/core/markdown/money.js';

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);

/**
 * The formulas of a page in order, as `display TeX` or `inline TeX`; `null` where one of them reads as
 * a price, as blank or as half of a display to us.
 */
export function foundUnlessRefused(html: string, options: PageOptions = {}): string[] | null {
  const items = itemsInPage(html, options);
  return items.some(isRefused) ? null : items.map(written);
}

/** Which elements of a page MathJax reads, by their classes. */
export interface PageOptions {
  readonly ignoreHtmlClass?: string;
  readonly processHtmlClass?: string;
}

interface Item {
  readonly math: string;
  readonly display: boolean;
  readonly start: { readonly delim?: string };
  readonly end: { readonly node?: unknown; readonly n?: number };
}

function isRefused({ math, start, end }: Item): boolean {
  if (start.delim !== '$') return false;
  const behind = adaptor.value(end.node as Parameters<typeof adaptor.value>[0]).slice(end.n);
  return isNoFormula(`$${math}$${behind}`, 0, math.length + 1);
}

function written({ display, math }: Item): string {
  return (display ? 'display ' : 'inline ') + math;
}

function itemsInPage(html: string, options: PageOptions = {}): Item[] {
  const inlineMath = [
    ['$', '$'],
    ['\\(', '\\)'],
  ];
  const page = mathjax.document(html, { ...options, InputJax: new TeX({ inlineMath }) });
  page.findMath();
  return Array.from(page.math).filter(
    (item) => item.start.delim !== '' || item.math.startsWith('\\begin'),
  );
}

/** Around a `<br>` a page may have a line end more than the post. */
export function withSingleLineEnds(found: string): string {
  return found.replace(/\s*\n\s*/g, '\n');
}
