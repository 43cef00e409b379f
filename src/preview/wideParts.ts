// What is wider than the page scrolls by itself, and the keyboard reaches it: displays, tables and code.

/** How far one key scrolls, in pixels. */
const step = 40;

export class WideParts {
  readonly #label: string;
  readonly #observer: ResizeObserver;
  /** What scrolls, with the part that takes the focus for it. */
  readonly #parts = new WeakMap<Element, HTMLElement>();

  /** `label` is said of a display that scrolls: it is a group without a name of its own. */
  constructor(root: HTMLElement, label: string) {
    this.#label = label;
    this.#observer = new ResizeObserver((entries) => {
      for (const part of new Set(entries.map(({ target }) => this.#parts.get(target))))
        if (part) this.#mark(part);
    });
    root.addEventListener('keydown', scrollByKey);
  }

  /** A display counts once its formula is typeset. */
  watch(part: HTMLElement): void {
    for (const scroller of scrollersOf(part)) {
      this.#parts.set(scroller, part);
      this.#observer.observe(scroller);
    }
  }

  #mark(part: HTMLElement): void {
    const scrollers = scrollersOf(part);
    if (!scrollers.some(isWide)) {
      for (const name of ['tabindex', 'role', 'aria-label']) part.removeAttribute(name);
      return;
    }
    part.tabIndex = 0;
    if (!part.matches('.display')) return;
    part.setAttribute('role', 'group');
    part.setAttribute('aria-label', this.#label);
    // What is seen of a formula is hidden from screen readers: no browser may give it the focus by itself.
    for (const scroller of scrollers) scroller.tabIndex = -1;
  }
}

function scrollersOf(part: HTMLElement): readonly HTMLElement[] {
  return part.matches('.display')
    ? [...part.querySelectorAll<HTMLElement>(':scope > .formula, .katex-html > .katex-base')]
    : [part];
}

function isWide({ scrollWidth, clientWidth }: Element): boolean {
  return scrollWidth > clientWidth;
}

/** Tables and code scroll by themselves; a display has the focus for the formula in it. */
function scrollByKey(event: KeyboardEvent): void {
  const { target, key } = event;
  const sign = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (sign === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || !target.matches('.display')) return;
  for (const scroller of scrollersOf(target)) scroller.scrollLeft += sign * step;
  event.preventDefault();
}
