// Addresses inside a page, the same in the preview, in a rendered page and on the site.
import { labelAddress } from '../core/blog/links.js';

/** The id that MathJax gives to a row with this label. */
export function equationId(label: string): string {
  return `mjx-eqn:${labelAddress(label)}`;
}

export function equationHref(label: string): string {
  return `#${encodeURIComponent(equationId(wellFormed(label)))}`;
}

/** A lone surrogate cannot stand in an address. */
function wellFormed(text: string): string {
  return text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '�',
  );
}
