// A layout for pages without one: blocks are as tall as their text says, and the rows of displays below it.
import type { Layout } from '../../src/preview/layout.js';

const viewport = 600;
const textHeight = 30;
const rowHeight = 50;

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
    if (element.matches('.display')) return rowHeight * countRows(element);
    if (element.closest('.display')) return rowHeight;
    if (element.classList.contains('block')) {
      const text = element.textContent.trim() === '' ? 0 : textHeight;
      const displays = [...element.querySelectorAll('.display')];
      return text + displays.reduce((sum, display) => sum + this.height(display), 0);
    }
    return [...element.children].reduce((sum, child) => sum + this.height(child), 0);
  }

  #pageTop(element: Element): number {
    let top = this.#topInBlock(element);
    for (let at: Element | null = element; at && at !== this.root; at = at.parentElement) {
      if (!at.matches('.block, .chunk, .spacer')) continue;
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        top += this.height(before);
      }
    }
    return top;
  }

  #topInBlock(element: Element): number {
    const display = element.closest('.display');
    if (!display) return 0;
    let top = textHeight + rowHeight * rowOf(element);
    for (const before of display.closest('.block')?.querySelectorAll('.display') ?? []) {
      if (before === display) break;
      top += this.height(before);
    }
    return top;
  }
}

function countRows(display: Element): number {
  return display.getAttribute('data-rows')?.split(' ').length ?? 1;
}

/** The row of the outermost table that holds an element of a typeset display. */
export function rowOf(element: Element): number {
  let cell: Element | null = null;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.parentElement?.matches('.vlist')) cell = at;
  }
  return cell ? [...(cell.parentElement?.children ?? [])].indexOf(cell) : 0;
}
