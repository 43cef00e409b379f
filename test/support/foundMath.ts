// What MathJax finds in a page, read as a browser reads it: the oracle of what a Markdown engine leaves of formulas.
import { JSDOM } from 'jsdom';
import { jsdomAdaptor } from 'mathjax-full/js/adaptors/jsdomAdaptor.js';
import { HTMLHandler } from 'mathjax-full/js/handlers/html/HTMLHandler.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import 'mathjax-full/js/util/entities/all.js';
import { isNoFormula } from '../../src/core/markdown/money.js';

/** Of its own: those that are registered are shared with whoever reads other pages. */
const handler = new HTMLHandler(jsdomAdaptor(JSDOM));

/**
 * The formulas of a page in order, as `display TeX` or `inline TeX`; `null` where one of them reads as
 * a price, as blank or as half of a display to us.
 */
export function foundUnlessRefused(html: string, options: PageOptions = {}): string[] | null {
  const { formulas, refused } = foundMath(html, options);
  return refused > 0 ? null : formulas;
}

/** The formulas of a page but for those, and how many they are. */
export function foundMath(
  html: string,
  options: PageOptions = {},
): { readonly formulas: string[]; readonly refused: number } {
  const items = itemsInPage(html, options);
  const formulas = items.filter((item) => !isRefused(item)).map(written);
  return { formulas, refused: items.length - formulas.length };
}

/** Which elements of a page MathJax reads, by their classes. */
export interface PageOptions {
  readonly ignoreHtmlClass?: string;
  readonly processHtmlClass?: string;
}

/** The formulas of a page and the references in its text, and how to put texts in their places. */
export function mathInPage(
  html: string,
  options: PageOptions,
): {
  readonly items: readonly { readonly math: string; readonly display: boolean }[];
  readonly body: HTMLElement;
  readonly replace: (texts: readonly string[]) => void;
} {
  const input = new TeX<HTMLElement, Text, Document>({ inlineMath });
  const page = handler.create(html, { ...options, InputJax: input });
  page.findMath({});
  const items = Array.from(page.math);
  const { document } = page;
  return {
    items,
    body: document.body,
    replace: (texts) => {
      // From the last to the first, so that none moves another.
      for (const [at, item] of [...items.entries()].reverse()) {
        item.typesetRoot = document.createTextNode(texts[at] ?? '') as unknown as HTMLElement;
        item.updateDocument(page);
      }
    },
  };
}

interface Item {
  readonly math: string;
  readonly display: boolean;
  readonly start: { readonly delim?: string };
  readonly end: { readonly node?: unknown; readonly n?: number };
}

function isRefused({ math, start, end }: Item): boolean {
  if (start.delim !== '$') return false;
  const node = end.node as Text;
  const isAtBreak = node.nextSibling?.nodeName === 'BR';
  const behind = node.data.slice(end.n) + (isAtBreak ? '\n' : '');
  return isNoFormula(`$${math}$${behind}`, 0, math.length + 1);
}

function written({ display, math }: Item): string {
  return (display ? 'display ' : 'inline ') + math;
}

const inlineMath = [
  ['$', '$'],
  ['\\(', '\\)'],
];

function itemsInPage(html: string, options: PageOptions = {}): Item[] {
  const page = handler.create(html, { ...options, InputJax: new TeX({ inlineMath }) });
  page.findMath({});
  return Array.from(page.math).filter(
    (item) => item.start.delim !== '' || item.math.startsWith('\\begin'),
  );
}

/** Around a `<br>` a page may have a line end more than the post. */
export function withSingleLineEnds(found: string): string {
  return found.replace(/\s*\n\s*/g, '\n');
}

/** Blanks at the ends of lines and of TeX are nothing to MathJax. */
export function comparable(formula: string): string {
  return withSingleLineEnds(formula.replaceAll('\r', ''))
    .replace(/^(inline|display)\s*/, '$1 ')
    .trimEnd();
}
