// A construct of a part of a text, with the offsets of the whole.
import type { InlineToken } from './inlineTokens.js';

export function moved(token: InlineToken, by: number): InlineToken {
  const place = { start: token.start + by, end: token.end + by };
  if (token.kind !== 'link' && token.kind !== 'image') return { ...token, ...place };
  return {
    ...token,
    ...place,
    labelStart: token.labelStart + by,
    labelEnd: token.labelEnd + by,
    targetStart: token.targetStart + by,
    targetEnd: token.targetEnd + by,
  };
}
