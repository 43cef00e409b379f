// The measures of the page, behind an interface, so that scrolling can be tested without a browser.

export interface Layout {
  viewportHeight(): number;
  scrollTop(): number;
  scrollTo(top: number): void;
  /** From the top of the viewport. */
  top(element: Element): number;
  height(element: Element): number;
}

export function createLayout(window: Window): Layout {
  return {
    viewportHeight: () => window.innerHeight,
    scrollTop: () => window.scrollY,
    scrollTo: (top) => {
      window.scrollTo(0, top);
    },
    top: (element) => element.getBoundingClientRect().top,
    height: (element) => element.getBoundingClientRect().height,
  };
}
