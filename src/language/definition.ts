// Go to definition: from what names an equation, a post, a heading or a macro to where it is.
import type { BlogView } from '../core/blog/blogIndex.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Place } from './context.js';
import { occurrencesIn, type PostSymbol } from './symbol.js';

/** In the posts that define it. Every label of that name counts: a duplicate is no less a definition. */
export function definition(
  symbol: PostSymbol,
  posts: readonly Snapshot[],
  blog: BlogView,
): readonly Place[] {
  return posts.flatMap((post) =>
    occurrencesIn(post, symbol, blog)
      .filter(({ role }) => role === 'definition')
      .map(({ nameSpan: span }) => ({ path: post.path, span })),
  );
}
