// Places of a text in the post, and the part of it at a place.
import { spanToSource, toSource, type MappedText } from '../../core/text/mapped.js';
import type { Span } from '../../core/text/span.js';

export function spanOf(text: MappedText): Span {
  return spanToSource(text, { start: 0, end: text.text.length });
}

/** The part of the text that stands at a span of the source. */
export function sourceOf(text: MappedText, { start, end }: Span): string {
  let from = 0;
  while (from < text.text.length && toSource(text, from) < start) from++;
  let to = from;
  while (to < text.text.length && toSource(text, to) < end) to++;
  return text.text.slice(from, to).trim();
}
