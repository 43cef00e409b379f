// Marks what was searched in the page, without touching its elements.

/** More marks than this are not worth their time. */
const maxMarks = 1_000;

/** A function that marks a text wherever it stands under the root; the empty text marks nothing. */
export function createMarker(window: Window & typeof globalThis, root: HTMLElement) {
  return (text: string): void => {
    if (!('highlights' in window.CSS)) return;
    if (text === '') window.CSS.highlights.delete('postulate-find');
    else {
      window.CSS.highlights.set('postulate-find', new window.Highlight(...rangesOf(root, text)));
    }
  };
}

function rangesOf(root: HTMLElement, text: string): readonly Range[] {
  const { ownerDocument } = root;
  const searched = text.toLowerCase();
  const ranges: Range[] = [];
  const walker = ownerDocument.createTreeWalker(root, 4 /* text nodes */);
  while (walker.nextNode() && ranges.length < maxMarks) {
    const node = walker.currentNode;
    // MathML is there to be read aloud, not to be seen.
    if (node.parentElement?.closest('.katex-mathml')) continue;
    const content = (node.nodeValue ?? '').toLowerCase();
    for (let at = content.indexOf(searched); at >= 0; at = content.indexOf(searched, at + 1)) {
      const range = ownerDocument.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + searched.length);
      ranges.push(range);
    }
  }
  return ranges;
}
