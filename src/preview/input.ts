// What the reader does in the preview: scrolls, follows references and links, asks for the source.
import type { FromPreview } from '../protocol/preview.js';
import type { PreviewController } from './previewController.js';

export function listenToReader(
  window: Window,
  root: HTMLElement,
  controller: PreviewController,
  post: (message: FromPreview) => void,
): void {
  const onScroll = (): void => {
    controller.scrolled();
  };
  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('resize', onScroll, { passive: true });
  root.addEventListener('click', (event) => {
    const anchor = targetOf(event)?.closest<HTMLElement>('a[href]');
    if (!anchor) return;
    // A link would navigate the webview itself.
    event.preventDefault();
    const message = activate(controller, anchor);
    if (message) post(message);
  });
  root.addEventListener('dblclick', (event) => {
    const target = targetOf(event);
    const line = target && sourceLine(controller, target, event.clientY);
    if (typeof line === 'number') post({ kind: 'revealLine', line });
  });
}

function targetOf(event: Event): Element | null {
  const { target } = event;
  // The target of a click may be a text in SVG or MathML: every node but an element has a parent.
  if (!target || !('nodeType' in target)) return null;
  const node = target as Node;
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}

function activate(controller: PreviewController, anchor: HTMLElement): FromPreview | null {
  const href = anchor.getAttribute('href') ?? '';
  if (anchor.matches('.eq-ref')) {
    const position = controller.positionOf(anchor);
    const index = controller.list.at(position)?.view?.referenceIndex(anchor) ?? -1;
    if (index < 0) return null;
    return { kind: 'follow', revision: controller.revision, position, index };
  }
  // The target may stand in a part of the post that is not in the page: the server knows where.
  if (href.startsWith('#')) return { kind: 'followAnchor', anchor: decode(href.slice(1)) };
  return { kind: 'openLink', target: href };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The line that was meant: that of the display, else as far down the block as the pointer is. */
function sourceLine(controller: PreviewController, target: Element, y: number): number | null {
  const line = Number(target.closest<HTMLElement>('.display')?.dataset['line']);
  if (Number.isInteger(line)) return line;
  const position = controller.positionOf(target);
  const record = controller.list.at(position);
  if (!record?.element) return null;
  const { top, height } = record.element.getBoundingClientRect();
  const fraction = height > 0 ? Math.min(Math.max((y - top) / height, 0), 1) : 0;
  // A blank line ends most blocks, and nothing of it is seen.
  const lines = Math.max(1, record.lineCount - 1);
  return controller.list.lineOf(position) + Math.min(Math.floor(fraction * lines), lines - 1);
}
