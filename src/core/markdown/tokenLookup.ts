// Which construct stands at an offset, by binary search among constructs that do not overlap.
import type { InlineToken, LinkToken } from './inlineToken.js';

/** The construct that holds `at`; `tokens` are in order and disjoint. */
export function tokenOver<T extends { readonly start: number; readonly end: number }>(
  tokens: readonly T[],
  at: number,
): T | null {
  const token = tokens[firstBehind(tokens, at) - 1];
  return token !== undefined && at < token.end ? token : null;
}

/** The last construct that begins at `at`; `tokens` are in order. */
export function tokenFrom(tokens: readonly InlineToken[], at: number): InlineToken | null {
  const token = tokens[firstBehind(tokens, at) - 1];
  return token?.start === at ? token : null;
}

/** The index of the first construct that begins behind `at`. */
export function firstBehind(tokens: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What readers do not see as text. */
export function hiddenTokens(tokens: readonly InlineToken[]): readonly InlineToken[] {
  return tokens.filter(
    ({ kind }) => kind === 'code' || kind === 'comment' || kind === 'html' || kind === 'autolink',
  );
}

export type LinkExtent = LinkToken & { readonly start: number; readonly end: number };

/** Links do not nest; images are no places for text. */
export function isLink(token: InlineToken): token is LinkExtent {
  return token.kind === 'link';
}
