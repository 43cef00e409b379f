// HTML of a post without anything that runs, loads or restyles.
import createDOMPurify, { type Config } from 'dompurify';

export type Sanitizer = (html: string) => DocumentFragment;

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'option', 'dialog'],
  // Styles in attributes are against the policy of the page; colours of posts come by `font`.
  FORBID_ATTR: ['style', 'srcset', 'autofocus', 'tabindex', 'contenteditable', 'popover'],
  RETURN_DOM_FRAGMENT: true,
};

export function createSanitizer(window: Window & typeof globalThis): Sanitizer {
  const purify = createDOMPurify(window);
  return (html) => purify.sanitize(html, config);
}
