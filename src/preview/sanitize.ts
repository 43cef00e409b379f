// HTML of a post without anything that runs, loads from elsewhere, or restyles the page.
import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';

export type Sanitizer = (html: string) => DocumentFragment;

export interface ImageChoices {
  /** What relative addresses are relative to. */
  readonly base: string;
  readonly remoteImages: boolean;
  /** Said in place of an image that is not loaded; `{0}` is its address. */
  readonly blocked: string;
}

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: (
    'style form input button textarea select option dialog template slot marquee ' +
    'video audio source track picture'
  ).split(' '),
  // Styles in attributes are against the policy of the page, backgrounds are pictures, and menus of
  // VS Code are not for posts to fill.
  FORBID_ATTR: (
    'style srcset background poster autofocus tabindex contenteditable popover popovertarget ' +
    'data-vscode-context'
  ).split(' '),
  RETURN_DOM_FRAGMENT: true,
};

/** The policy of the page lets a window have one. */
const purifiers = new WeakMap<object, DOMPurify>();

export function createSanitizer(
  window: Parameters<typeof createDOMPurify>[0],
  images: ImageChoices,
): Sanitizer {
  const purify = createDOMPurify(window);
  if (window) purifiers.set(window, purify);
  // A frameset takes the place of the body, and then there is nothing: the types do not know of it.
  const clean = (html: string): DocumentFragment =>
    purify.sanitize(html, config) ?? purify.sanitize('', config);
  // A picture is asked for as soon as it belongs to the page: its address is looked at before.
  purify.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName === 'img') resolveImage(element, images);
  });
  return (html) => {
    const fragment = clean(html);
    for (const image of fragment.querySelectorAll<HTMLImageElement>('img[data-blocked]'))
      image.replaceWith(blockedImage(image, images.blocked));
    return fragment;
  };
}

const picture: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { svg: true },
  FORBID_TAGS: ['style', 'image', 'a', 'use', 'foreignObject'],
  FORBID_ATTR: ['style', 'href', 'xlink:href'],
  RETURN_DOM_FRAGMENT: true,
};

/** A picture that we drew, without anything that it does not need. */
export function sanitizeSvg(svg: string, { defaultView }: Document): DocumentFragment | string {
  if (!defaultView) return '';
  const purify = purifiers.get(defaultView) ?? createDOMPurify(defaultView);
  purifiers.set(defaultView, purify);
  return purify.sanitize(svg, picture);
}

function resolveImage(image: Element, { base, remoteImages }: ImageChoices): void {
  const address = image.getAttribute('src');
  if (address === null) return;
  const url = resolve(address, base);
  if (url?.protocol === 'data:') return;
  const isOwn = url !== null && url.origin === resolve(base, base)?.origin;
  if (url && (isOwn || remoteImages)) image.setAttribute('src', url.href);
  else {
    image.removeAttribute('src');
    image.setAttribute('data-blocked', address);
  }
}

/** As browsers read it: blanks, backslashes and missing schemes all have a meaning to them. */
function resolve(address: string, base: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** Its alternative text, and on hover why it is not there. */
function blockedImage(image: HTMLImageElement, blocked: string): HTMLElement {
  const reason = blocked.replace('{0}', () => image.dataset['blocked'] ?? '');
  const note = image.ownerDocument.createElement('span');
  note.className = 'image-blocked';
  note.textContent = image.alt === '' ? reason : image.alt;
  note.title = reason;
  return note;
}
