// Highlights of what the cursor is on, wherever it stands in the post.
import type { LanguageContext } from './context.js';
import { occurrencesIn, symbolAt } from './symbol.js';
import type { Occurrence } from './symbols/occurrence.js';

export function highlights(context: LanguageContext, offset: number): readonly Occurrence[] {
  const symbol = symbolAt(context, offset);
  return symbol ? occurrencesIn(context.post, symbol, context.blog) : [];
}
