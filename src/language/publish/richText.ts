// Published Markdown as formatted text that is pasted: styles stand at their elements, formulas have places.
import type { Block } from '../../core/markdown/block.js';
import { openSnapshot } from '../../core/post/snapshot.js';
import type { BlockWriter, FormulaHtml } from '../../render/context.js';
import { escapeHtml } from '../../render/escapeHtml.js';
import { contextAt, openContext } from '../../render/postContext.js';
import { renderBlock } from '../../render/renderBlock.js';
import { sanitizeHtml } from '../../render/sanitizeHtml.js';

export interface RichText {
  /** What stands before each formula, and behind the last. */
  readonly pieces: readonly string[];
  readonly formulas: readonly RichFormula[];
}

export interface RichFormula {
  readonly tex: string;
  readonly display: boolean;
}

/** Nothing is numbered or decoded any more. */
const plainSite = { markdown: 'raw', math: 'mathjax4', tags: 'none' } as const;

export function richText(markdown: string): RichText {
  const post = openSnapshot({ path: '', version: 0, text: markdown, site: plainSite });
  const formulas: RichFormula[] = [];
  const context = openContext(post.site, post.blocks.blocks);
  const html = post.blocks.blocks.map((block, at) => {
    const writer = richWriter(block, formulas);
    return renderBlock(block, contextAt(context, at, writer), () => []).html;
  });
  return { pieces: styled(html.join('')).split(formulaMark), formulas };
}

/** With what each formula became; one that is none shows its TeX. */
export function filledText(
  { pieces, formulas }: RichText,
  pictures: readonly (string | null)[],
): string {
  const shown = formulas.map(({ tex, display }, at) => {
    const picture = pictures[at] ?? `<code>${escapeHtml(tex)}</code>`;
    return display
      ? `<section style="margin:1em 0;text-align:center;overflow-x:auto">${picture}</section>`
      : picture;
  });
  return pieces.map((piece, at) => piece + (shown[at] ?? '')).join('');
}

/** Comments of the post are gone, and no HTML of it keeps one. */
const formulaMark = '<!--formula-->';

function richWriter(block: Block, formulas: RichFormula[]): BlockWriter {
  const place = ({ index, source }: FormulaHtml, display: boolean): string => {
    formulas.push({ tex: withoutRequests(block.formulas[index]?.tex.text ?? source), display });
    return formulaMark;
  };
  return {
    inline: (formula) => place(formula, false),
    display: (formula) => place(formula, true),
    reference: ({ key }) => escapeHtml(key),
    worksheetLine: () => '',
    worksheetTable: () => '',
    html: sanitizeHtml,
  };
}

/** Packages are there already. */
function withoutRequests(tex: string): string {
  return tex.replace(/\\require\s*\{[^{}]*\}/g, '');
}

/** No style sheet is pasted with a text. */
const styles: readonly (readonly [element: string, style: string])[] = [
  ['blockquote', 'margin:1em 0;padding-left:1em;border-left:3px solid #ccc'],
  ['table', 'border-collapse:collapse;margin:1em auto'],
  ['th', 'border:1px solid #ccc;padding:4px 8px'],
  ['td', 'border:1px solid #ccc;padding:4px 8px'],
  ['pre', 'padding:1em;background:#f6f6f6;overflow-x:auto'],
  ['img', 'max-width:100%'],
];

function styled(html: string): string {
  return styles.reduce(
    (text, [element, style]) =>
      text.replace(
        new RegExp(`<${element}(?=[ >])(?![^>]* style=)`, 'g'),
        `<${element} style="${style}"`,
      ),
    html,
  );
}
