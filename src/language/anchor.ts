// The equation or heading of a post that the fragment of an address names.
import { addressOfFragment, labelAddress } from '../core/blog/links.js';
import type { HeadingFacts, LabelFacts, PostFacts } from '../core/post/facts.js';
import { headingId } from '../core/post/headingId.js';

export type Anchor =
  | { readonly kind: 'label'; readonly label: LabelFacts }
  | { readonly kind: 'heading'; readonly heading: HeadingFacts };

/** `fragment` is without its `#` and decoded: a label, also with MathJax's prefix, or a heading's id. */
export function findAnchor(facts: PostFacts, fragment: string): Anchor | null {
  const address = addressOfFragment(fragment);
  const labels = facts.labels.filter(({ key }) => labelAddress(key) === address);
  const label = labels.find(({ number }) => number !== null) ?? labels[0];
  if (label) return { kind: 'label', label };
  const heading = facts.headings.find(({ text }) => headingId(text) === fragment);
  return heading ? { kind: 'heading', heading } : null;
}
