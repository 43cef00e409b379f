// References of a block: links in its text and places inside its formulas, with one text each.
import type { PreviewStrings } from './strings.js';

export interface ReferencePlace {
  readonly command: 'ref' | 'eqref';
  readonly href: string;
  /** The links that show it: one in the text, one or more in a formula once it is typeset. */
  anchors: readonly HTMLElement[];
  /** Where the MathML of the formula says it. */
  spoken: readonly Element[];
}

export function referenceInText(anchor: HTMLElement): ReferencePlace {
  const command = anchor.dataset['command'] === 'ref' ? 'ref' : 'eqref';
  return { command, href: anchor.getAttribute('href') ?? '', anchors: [anchor], spoken: [] };
}

/** The references of a formula that is not typeset yet, from its `data-references`. */
export function referencesOfFormula(text: string | undefined): readonly ReferencePlace[] {
  return parsePairs(text).map(([command, href]) => ({
    command: command === 'ref' ? 'ref' : 'eqref',
    // References lead to places of the page.
    href: href.startsWith('#') ? href : '#',
    anchors: [],
    spoken: [],
  }));
}

/** Finds the places that `\href{eqref:n}` left in a typeset formula, and makes links of them. */
export function placeReferences(formula: Element, places: readonly ReferencePlace[]): void {
  if (places.length === 0) return;
  const found = [...formula.querySelectorAll('[href^="eqref:"]')];
  places.forEach((place, at) => {
    const own = found.filter((element) => element.getAttribute('href') === `eqref:${at}`);
    place.anchors = own.filter(isHtml);
    place.spoken = own.filter((element) => !isHtml(element)).map(textHolder);
    for (const anchor of place.anchors) {
      anchor.className = 'eq-ref';
      anchor.setAttribute('href', place.href);
      // Its formula is spoken by MathML: what is hidden from a screen reader takes no focus.
      anchor.tabIndex = -1;
    }
    if (place.anchors.length > 0) {
      place.anchors = [...place.anchors, appendKeyLink(formula, place.href)];
    }
  });
  for (const element of found) {
    if (!isHtml(element)) element.removeAttribute('href');
  }
}

/** The link for the keyboard: behind the formula, and seen while it has the focus. */
function appendKeyLink(formula: Element, href: string): HTMLElement {
  const link = formula.ownerDocument.createElement('a');
  link.className = 'eq-key';
  link.setAttribute('href', href);
  formula.append(link);
  return link;
}

export function writeReference(
  place: ReferencePlace,
  text: string | null,
  strings: PreviewStrings,
  isBeyondCut = false,
): void {
  const shown = text ?? (place.command === 'eqref' ? '(???)' : '???');
  const missing = isBeyondCut ? strings.beyondCut : strings.unresolved;
  for (const anchor of place.anchors) {
    anchor.classList.toggle('unresolved', text === null);
    anchor.classList.toggle('beyond-cut', isBeyondCut);
    // Of the others the equation is shown.
    if (text !== null) anchor.removeAttribute('title');
    else if (anchor.title !== missing) anchor.title = missing;
    setText(innermost(anchor), shown);
  }
  for (const spoken of place.spoken) setText(spoken, shown);
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** KaTeX writes each formula twice: as HTML to be seen, as MathML to be read. */
function isHtml(element: Element): element is HTMLElement {
  return element.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** KaTeX wraps text in spans that carry its font. */
function innermost(anchor: Element): Element {
  let element = anchor;
  while (element.children.length === 1 && element.firstElementChild) {
    element = element.firstElementChild;
  }
  return element;
}

function textHolder(element: Element): Element {
  return element.querySelector('mtext') ?? element;
}

/** The attribute may have been written by the post itself: anything else than pairs is nothing. */
function parsePairs(text: string | undefined): readonly (readonly [string, string])[] {
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isPair) : [];
  } catch {
    return [];
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}
