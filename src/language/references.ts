// Find all references: in the posts that may hold a symbol, its own among them.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Place } from './context.js';
import { occurrencesIn, type PostSymbol } from './symbol.js';

export function references(
  symbol: PostSymbol,
  posts: readonly Snapshot[],
  blog: BlogView,
  includeDeclaration: boolean,
): readonly Place[] {
  return posts.flatMap((post) =>
    occurrencesIn(post, symbol, blog)
      .filter(({ role }) => includeDeclaration || role === 'use')
      .map(({ nameSpan: span }) => ({ path: post.path, span })),
  );
}
