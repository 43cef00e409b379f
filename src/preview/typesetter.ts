// Formulas as elements, through KaTeX's DOM calls alone; each formula is typeset once and copied.
import katex from 'katex';
import {
  katexOptions,
  maxFormulaDepth,
  maxFormulaLength,
  nestsTooDeeply,
  typesetFailure,
  type TypesetMessages,
} from '../protocol/typesetting.js';

export type Typeset =
  | { readonly kind: 'formula'; readonly node: Node }
  | { readonly kind: 'error'; readonly reason: string };

export interface Typesetter {
  /** A copy that belongs to the caller. */
  typeset(tex: string, display: boolean): Typeset;
  isCached(tex: string, display: boolean): boolean;
}

const maxCached = 1_000;

export function createTypesetter(
  document: Document,
  messages: TypesetMessages,
  render: typeof katex.render = katex.render.bind(katex),
): Typesetter {
  const cache = new Map<string, Typeset>();
  const keyOf = (tex: string, display: boolean): string => (display ? 'D' : 'I') + tex;
  return {
    isCached: (tex, display) => cache.has(keyOf(tex, display)),
    typeset(tex, display) {
      const key = keyOf(tex, display);
      const known = cache.get(key) ?? renderSafely(document, messages, render, tex, display);
      // The newest entry stands last, so that the first is the one to drop.
      cache.delete(key);
      cache.set(key, known);
      if (cache.size > maxCached) cache.delete(cache.keys().next().value ?? '');
      return known.kind === 'error' ? known : { kind: 'formula', node: known.node.cloneNode(true) };
    },
  };
}

function renderSafely(
  document: Document,
  messages: TypesetMessages,
  render: typeof katex.render,
  tex: string,
  display: boolean,
): Typeset {
  if (tex.length > maxFormulaLength) return { kind: 'error', reason: messages.tooLong };
  if (nestsTooDeeply(tex)) return { kind: 'error', reason: messages.tooDeep };
  const holder = document.createElement('span');
  try {
    render(tex, holder, katexOptions(display));
    if (isDeeper(holder, maxFormulaDepth)) return { kind: 'error', reason: messages.tooDeep };
    const node = document.createDocumentFragment();
    node.append(...holder.childNodes);
    return { kind: 'formula', node };
  } catch (error) {
    return { kind: 'error', reason: typesetFailure(error, messages) };
  }
}

function isDeeper(element: Element, levels: number): boolean {
  let depth = 0;
  let at: Element = element;
  for (;;) {
    const child = at.firstElementChild;
    if (child) {
      at = child;
      if (++depth > levels) return true;
      continue;
    }
    while (!at.nextElementSibling) {
      if (at === element || !at.parentElement) return false;
      at = at.parentElement;
      depth--;
    }
    if (at === element) return false;
    at = at.nextElementSibling;
  }
}
