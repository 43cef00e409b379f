// The fragments that a post writes, in definitions of links too, and what of a target they are.
import type { BlogView } from '../../core/blog/blogIndex.js';
import {
  fragmentLinks,
  linkedFragment,
  namesFile,
  type FragmentLink,
} from '../../core/blog/fragmentLinks.js';
import type { Snapshot } from '../../core/post/facts.js';
import { shiftSpan, type Span } from '../../core/text/span.js';
import { definedTargets } from '../definedTargets.js';
import { sourceText } from '../sourceText.js';

/** What leads from a post, with the definitions of its links, as `[label]: post.md#eq:a`. */
export function writtenFragments(post: Snapshot, blog: BlogView): readonly FragmentLink[] {
  const definitions = definedTargets(post).flatMap(({ target, targetSpan, span }) => {
    const place = linkedFragment(post.path, target, blog);
    if (!place) return [];
    const isFile = namesFile(post.path, target, place.path);
    return [{ ...place, span, targetSpan, byLabel: false, isFile }];
  });
  return [...fragmentLinks(post.path, post.facts, blog), ...definitions];
}

/** Of the fragment as it is written, without its sign and the prefix of MathJax. */
export function fragmentSpan(post: Snapshot, { targetSpan, byLabel }: FragmentLink): Span {
  const written = byLabel ? null : fragmentOf(sourceText(post, targetSpan));
  return written ? shiftSpan(written, targetSpan.start) : targetSpan;
}

/** In a target as it is written; `null` where it has none. */
export function fragmentOf(target: string): Span | null {
  // `&#` begins the number of a character.
  const sign = /(?<!&)#(?:mjx-eqn(?:[:-]|%3[aA]))?/.exec(target);
  if (sign === null) return null;
  const start = sign.index + sign[0].length;
  return { start, end: target.length - (target.endsWith('>') ? 1 : 0) };
}
