// Short names for texts: the same text has the same, and another one most likely another.
import type { Span } from '../text/span.js';

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a of the characters that are no white space; `behind` is that of what stands before it. */
export function fingerprintOf(text: string, behind = offsetBasis): number {
  let hash = behind;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32) hash = Math.imul(hash ^ code, prime);
  }
  return hash >>> 0;
}

/** Of the formula alone, whatever it is called. */
export function fingerprintOfTex(tex: string, { start, end }: Span): number {
  return fingerprintOf(tex.slice(start, end).replace(/\\(?:label|tag\*?)\s*\{[^{}]*\}/g, ''));
}
