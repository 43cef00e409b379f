// A text without some of what stands in it, all else in its place.
import type { Span } from '../../core/text/span.js';
import { applyChanges } from './applyChanges.js';

export function blanked(text: string, spans: readonly Span[]): string {
  const changes = spans.map((span) => ({
    span,
    text: text.slice(span.start, span.end).replace(/[^\n]/g, ' '),
  }));
  return applyChanges(text, changes);
}
