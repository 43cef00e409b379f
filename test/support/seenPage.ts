// What readers see of a page of HTML, as one text: its elements and words, and each formula as MathJax draws it.
import type { Site } from '../../src/core/site/site.js';
import { mathInPage, type PageOptions } from './foundMath.js';
import { textOf, typesetPage, type MathNode, type TypesetFormula } from './mathjax.js';

/** Where links lead, and the names of places, are not seen. */
export async function seenPage(
  html: string,
  { math, tags }: Pick<Site, 'math' | 'tags'>,
  options: PageOptions = {},
): Promise<string> {
  const { items, body, replace } = mathInPage(html, options);
  const formulas = items.map(({ math: tex, display }) => {
    const isBare = display && /^\\begin/.test(tex);
    return { tex, delimiter: display ? (isBare ? 'environment' : '$$') : '$' } as const;
  });
  const page = await typesetPage(math === 'mathjax4' ? 4 : 3, tags, formulas);
  replace(page.formulas.map(drawnFormula));
  return seenIn(body).replace(/\s+/g, ' ').trim();
}

/** A reference or a number alone is what it says, written by hand or not. */
function drawnFormula({ root }: TypesetFormula): string {
  const text = textOf(root).trim();
  return /^\([^()\s]+\)$/.test(text) ? text : drawnNode(root);
}

const unseenAttributes = /^(?:id|href|class|data-.*)$/;

function drawnNode(node: MathNode): string {
  if (node.kind === 'text') return node.getText?.() ?? '';
  const attributes = Object.entries(node.attributes?.getAllAttributes() ?? {})
    .filter(([name]) => !unseenAttributes.test(name))
    .map(([name, value]) => ` ${name}=${String(value)}`);
  const children = node.childNodes.map((child) => (child ? drawnNode(child) : ''));
  return `⟨${node.kind}${attributes.join('')} ${children.join('')}⟩`;
}

function seenIn(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== node.ELEMENT_NODE) return '';
  const { localName, attributes } = node as Element;
  const inside = Array.from(node.childNodes, seenIn).join('');
  const seen = Array.from(attributes)
    .filter(({ name }) => !unseenAttributes.test(name))
    .map(({ name, value }) => ` ${name}=${value}`);
  if (['a', 'span'].includes(localName) && seen.length === 0) return inside;
  return `<${localName}${seen.join('')}>${inside}</${localName}>`;
}
