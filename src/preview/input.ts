// What the reader does in the preview: scrolls, follows references and links, asks for the source.
import type { FromPreview } from '../protocol/preview.js';
import { formulaPlace } from './formulaTarget.js';
import type { Layout } from './layout.js';
import { linkPlace } from './linkFocus.js';
import { follow } from './links.js';
import type { PreviewController } from './previewController.js';

export interface ReaderParts {
  readonly window: Window;
  readonly root: HTMLElement;
  readonly layout: Layout;
  readonly controller: PreviewController;
  readonly post: (message: FromPreview) => void;
}

export function listenToReader(parts: ReaderParts): void {
  const { window, controller } = parts;
  const onScroll = (): void => {
    controller.navigation.scrolled();
  };
  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('resize', onScroll, { passive: true });
  for (const type of ['wheel', 'touchmove', 'keydown', 'mousedown']) {
    const onAct = (): void => {
      controller.navigation.readerActs();
    };
    window.addEventListener(type, onAct, { capture: true, passive: true });
  }
  listenToClicks(parts);
}

function listenToClicks({ window, root, layout, controller, post }: ReaderParts): void {
  const isDrag = detectDrags(window, root);
  root.addEventListener('click', (event) => {
    const target = targetOf(event);
    const anchor = target?.closest<HTMLElement>('a[href]');
    if (anchor) {
      // A link would navigate the webview itself.
      event.preventDefault();
      const message = follow(controller, anchor);
      if (!message) return;
      const block = controller.list.at(controller.positionOf(anchor));
      controller.navigation.readerFollows(isByKeyboard(event) ? linkPlace(block, anchor) : null);
      post(message);
    } else if (target && isPlainClick(event) && !isDrag(event)) {
      const place = formulaPlace(controller, layout, target, event.clientY);
      if (place) post({ kind: 'revealFormula', place, opens: false });
    }
  });
  root.addEventListener('dblclick', (event) => {
    const target = targetOf(event);
    // Two quick clicks move a slider twice.
    if (!target || target.matches('input')) return;
    const place = formulaPlace(controller, layout, target, event.clientY);
    if (place) return post({ kind: 'revealFormula', place, opens: true });
    const line = sourceLine(controller, target, event.clientY);
    if (line !== null) post({ kind: 'revealLine', line });
  });
}

/** Enter on a link is a click of no button. */
function isByKeyboard({ detail }: MouseEvent): boolean {
  return detail === 0;
}

/** The second click of two is a double click's. */
function isPlainClick(event: MouseEvent): boolean {
  const hasModifier = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  return event.detail <= 1 && !hasModifier;
}

/** Further than a hand shakes while it clicks, in pixels. */
const dragDistance = 4;

/** Tells a click that ends the selecting of text from one that means what is under it. */
function detectDrags(window: Window, root: HTMLElement): (click: MouseEvent) => boolean {
  let down = { x: 0, y: 0 };
  root.addEventListener('mousedown', ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY };
  });
  return ({ clientX, clientY }) =>
    Math.hypot(clientX - down.x, clientY - down.y) > dragDistance ||
    window.getSelection()?.isCollapsed === false;
}

function targetOf(event: Event): Element | null {
  const { target } = event;
  // The target of a click may be a text in SVG or MathML: every node but an element has a parent.
  if (!target || !('nodeType' in target)) return null;
  const node = target as Node;
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}

/** The line that was meant: as far down the block as the pointer is. */
function sourceLine(controller: PreviewController, target: Element, y: number): number | null {
  const position = controller.positionOf(target);
  const record = controller.list.at(position);
  if (!record?.element) return null;
  const { top, height } = record.element.getBoundingClientRect();
  const fraction = height > 0 ? Math.min(Math.max((y - top) / height, 0), 1) : 0;
  // A blank line ends most blocks, and nothing of it is seen.
  const lines = Math.max(1, record.lineCount - 1);
  return controller.list.lineOf(position) + Math.min(Math.floor(fraction * lines), lines - 1);
}
