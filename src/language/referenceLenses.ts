// How often the equations of a post are referred to: in the post, in its worksheets, and by links of any post.
import { addressOfFragment, labelAddress } from '../core/blog/links.js';
import { countEach } from '../core/countEach.js';
import type { LanguageContext } from './context.js';
import { fragmentsTo } from '../core/blog/fragmentLinks.js';
import { ownKeys } from './symbols/label.js';

export interface ReferenceLens {
  readonly key: string;
  /** Where the label stands, for a search of its references. */
  readonly offset: number;
  /** Of the display, above which it is shown. */
  readonly line: number;
  readonly count: number;
  /** Other labels stand in the same display. */
  readonly isOneOfMany: boolean;
}

export function referenceLenses({ post, blog }: LanguageContext): readonly ReferenceLens[] {
  const { facts } = post;
  const named = [...facts.references, ...ownKeys(facts)].map(({ key }) => labelAddress(key));
  const counts = countEach([...named, ...fragmentsTo(post, blog).map(addressOfFragment)]);
  const labelsIn = countEach(facts.labels.map(({ display }) => display));
  return facts.labels.map(({ key, keySpan, display }) => ({
    key,
    offset: keySpan.start,
    line: facts.displays[display]?.line ?? 0,
    count: counts.get(labelAddress(key)) ?? 0,
    isOneOfMany: (labelsIn.get(display) ?? 0) > 1,
  }));
}
