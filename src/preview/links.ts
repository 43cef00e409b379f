// What the links of a post lead to, as the server is asked about them.
import type { FromPreview, PeekSubject } from '../protocol/preview.js';
import type { PreviewController } from './previewController.js';

/** What following a link asks for. */
export function follow(controller: PreviewController, anchor: HTMLElement): FromPreview | null {
  if (anchor.matches('.eq-ref, .eq-key')) {
    const reference = referenceAt(controller, anchor);
    return reference && { kind: 'follow', ...reference };
  }
  const href = anchor.getAttribute('href') ?? '';
  // The target may stand in a part of the post that is not in the page: the server knows where.
  if (href.startsWith('#')) return { kind: 'followAnchor', anchor: decode(href.slice(1)) };
  return { kind: 'openLink', target: href, line: controller.navigation.lineSeen() };
}

/** What a link names that may be an equation; `null` where it cannot be one. */
export function peekSubject(
  controller: PreviewController,
  anchor: HTMLElement,
): PeekSubject | null {
  if (anchor.matches('.unresolved')) return null;
  if (anchor.matches('.eq-ref, .eq-key')) {
    const reference = referenceAt(controller, anchor);
    return reference && { kind: 'reference', ...reference };
  }
  const href = anchor.getAttribute('href') ?? '';
  const isOutside = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
  return href.includes('#') && !isOutside ? { kind: 'link', target: href } : null;
}

interface ReferencePosition {
  readonly revision: number;
  readonly position: number;
  readonly index: number;
}

function referenceAt(controller: PreviewController, anchor: HTMLElement): ReferencePosition | null {
  const position = controller.positionOf(anchor);
  const index = controller.list.at(position)?.view?.referenceIndex(anchor) ?? -1;
  return index < 0 ? null : { revision: controller.revision, position, index };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
