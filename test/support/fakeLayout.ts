// A layout for pages without one: blocks are as tall as their text and displays say.
import type { Layout } from '../../src/preview/layout.js';

const viewport = 600;

export class FakeLayout implements Layout {
  position = 0;
  root: Element | null = null;

  viewportHeight(): number {
    return viewport;
  }

  scrollTop(): number {
    return this.position;
  }

  scrollTo(top: number): void {
    const total = this.root ? this.height(this.root) : 0;
    this.position = Math.max(0, Math.min(top, total - viewport));
  }

  top(element: Element): number {
    return this.#pageTop(element) - this.position;
  }

  height(element: Element): number {
    if (element instanceof HTMLElement && element.style.height !== '') {
      return parseFloat(element.style.height);
    }
    if (element.classList.contains('block')) {
      const text = element.textContent.trim() === '' ? 0 : 30;
      return text + 50 * element.querySelectorAll('.display').length;
    }
    return [...element.children].reduce((sum, child) => sum + this.height(child), 0);
  }

  #pageTop(element: Element): number {
    let top = 0;
    for (let at: Element | null = element; at && at !== this.root; at = at.parentElement) {
      if (!at.matches('.block, .chunk, .spacer')) continue;
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        top += this.height(before);
      }
    }
    return top;
  }
}
