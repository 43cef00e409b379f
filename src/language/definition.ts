// Go to definition: from what names an equation, a post, a heading or a macro to where it is.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { Place } from './context.js';
import { places, type PostSymbol, type SymbolTexts } from './symbol.js';

/** In the texts that define it. Every label of that name counts: a duplicate is no less a definition. */
export function definition(
  symbol: PostSymbol,
  texts: SymbolTexts,
  blog: BlogView,
  isBesideEditor = false,
): readonly Place[] {
  return places(symbol, texts, blog, isBesideEditor)
    .filter(({ role }) => role === 'definition')
    .map(({ path, nameSpan: span }) => ({ path, span }));
}
