// The equation or heading of a post that the fragment of an address names.
import { labelsNamed } from '../core/blog/labelsByAddress.js';
import type { HeadingFacts, LabelFacts, PostFacts } from '../core/post/facts.js';
import { headingId } from '../core/post/headingId.js';
import { countingLabel } from './countingLabel.js';

export type Anchor =
  | { readonly kind: 'label'; readonly label: LabelFacts }
  | { readonly kind: 'heading'; readonly heading: HeadingFacts };

/** `fragment` is without its `#` and decoded: a label, also with MathJax's prefix, or a heading's id. */
export function findAnchor(facts: PostFacts, fragment: string): Anchor | null {
  const label = countingLabel(labelsNamed(facts.labels, fragment));
  if (label) return { kind: 'label', label };
  const heading = facts.headings.find(({ text }) => headingId(text) === fragment);
  return heading ? { kind: 'heading', heading } : null;
}
