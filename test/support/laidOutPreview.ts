// A preview with a layout that is computed: what scrolling and jumping are tried on.
import type { Layout } from '../../src/preview/layout.js';
import { FakeLayout, rowOf } from './fakeLayout.js';
import { createHarness, type Harness } from './previewHarness.js';

export type LaidOutPreview = Harness & { readonly layout: FakeLayout };

export function openPreview(text: string): LaidOutPreview {
  const layout = new FakeLayout();
  const harness = createHarness(layout);
  layout.root = harness.root;
  harness.write(text);
  harness.controller.start();
  harness.settle();
  return { ...harness, layout };
}

export function scrollTo(preview: LaidOutPreview, top: number): void {
  preview.layout.scrollTo(top);
  preview.controller.navigation.scrolled();
  preview.settle();
}

/** Rows of formulas are 100 pixels high, the first one at the top; what is not in `holder` has no height. */
export function rowsAlone(holder: string): Layout {
  return {
    viewportHeight: () => 1000,
    scrollTop: () => 0,
    scrollTo: () => undefined,
    top: (element) => 100 * rowOf(element),
    height: (element) => (element.closest(holder) ? 100 : 0),
  };
}
