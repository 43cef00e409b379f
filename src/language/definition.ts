// Go to definition: from a reference or a link to the label that it means.
import type { Span } from '../core/text/span.js';
import type { LanguageContext, Place } from './context.js';
import { symbolAt } from './symbol.js';

export interface DefinitionAnswer {
  readonly origin: Span;
  /** Every label of that name: a duplicate is no less a definition. */
  readonly places: readonly Place[];
}

export function definition(context: LanguageContext, offset: number): DefinitionAnswer | null {
  const symbol = symbolAt(context, offset);
  if (!symbol) return null;
  const { path, key } = symbol;
  const facts = path === context.post.path ? context.post.facts : context.blog.facts(path);
  const places = (facts?.labels ?? [])
    .filter((label) => label.key === key)
    .map((label) => ({ path, span: label.keySpan }));
  return places.length === 0 ? null : { origin: symbol.keySpan, places };
}
