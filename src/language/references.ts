// Find all references: in the texts that may hold a symbol, its own post among them.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { Place } from './context.js';
import { places, type PostSymbol, type SymbolTexts } from './symbol.js';

export function references(
  symbol: PostSymbol,
  texts: SymbolTexts,
  blog: BlogView,
  includeDeclaration: boolean,
  isBesideEditor = false,
): readonly Place[] {
  return places(symbol, texts, blog, isBesideEditor)
    .filter(({ role }) => includeDeclaration || role === 'use')
    .map(({ path, nameSpan: span }) => ({ path, span }));
}
