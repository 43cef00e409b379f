// HTML of a post without anything that runs, loads from elsewhere, or restyles the page.
import createDOMPurify, { type Config } from 'dompurify';

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
  FORBID_TAGS: ['style', 'form', 'input', 'button', 'textarea', 'select', 'option', 'dialog'],
  // Styles in attributes are against the policy of the page; menus of VS Code are not for posts to fill.
  FORBID_ATTR: [
    ...['style', 'srcset', 'autofocus', 'tabindex', 'contenteditable', 'popover'],
    'data-vscode-context',
  ],
  RETURN_DOM_FRAGMENT: true,
};

export function createSanitizer(
  window: Parameters<typeof createDOMPurify>[0],
  images: ImageChoices,
): Sanitizer {
  const purify = createDOMPurify(window);
  return (html) => {
    const fragment = purify.sanitize(html, config);
    for (const image of fragment.querySelectorAll('img')) resolveImage(image, images);
    return fragment;
  };
}

function resolveImage(
  image: HTMLImageElement,
  { base, remoteImages, blocked }: ImageChoices,
): void {
  const address = image.getAttribute('src') ?? '';
  if (address.startsWith('data:')) return;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) {
    if (!remoteImages)
      image.replaceWith(
        blockedImage(
          image,
          blocked.replace('{0}', () => address),
        ),
      );
    return;
  }
  image.src = resolve(address, base);
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** Its alternative text, and on hover why it is not there. */
function blockedImage(image: HTMLImageElement, reason: string): HTMLElement {
  const note = image.ownerDocument.createElement('span');
  note.className = 'image-blocked';
  note.textContent = image.alt === '' ? reason : image.alt;
  note.title = reason;
  return note;
}
