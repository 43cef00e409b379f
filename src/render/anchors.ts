// Addresses inside a page, the same in the preview, in a rendered page and on the site.
import { labelAddress } from '../core/blog/links.js';
import { encodeComponent } from '../core/text/encodeComponent.js';

/** The id that MathJax gives to a row with this label. */
export function equationId(label: string): string {
  return `mjx-eqn:${labelAddress(label)}`;
}

export function equationHref(label: string): string {
  return `#${encodeComponent(equationId(label))}`;
}
