// Destination and title of a link, as CommonMark and markdown-it read them.
import { entityAt } from '../site/entities.js';
import { isAsciiPunctuation } from './characters.js';

export interface LinkPart {
  readonly end: number;
  /** Escapes undone. */
  readonly value: string;
}

const deepestParentheses = 32;

export function destinationAt(text: string, at: number, max: number): LinkPart | null {
  return text.charCodeAt(at) === 60
    ? pointedDestination(text, at, max)
    : plainDestination(text, at, max);
}

function pointedDestination(text: string, at: number, max: number): LinkPart | null {
  for (let end = at + 1; end < max; end++) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 60) return null;
    if (code === 62) return { end: end + 1, value: unescaped(text.slice(at + 1, end)) };
    if (code === 92 && end + 1 < max) end++;
  }
  return null;
}

function plainDestination(text: string, at: number, max: number): LinkPart | null {
  let depth = 0;
  let end = at;
  for (; end < max; end++) {
    const code = text.charCodeAt(end);
    if (code <= 32 || code === 127) break;
    if (code === 92 && end + 1 < max) {
      if (text.charCodeAt(end + 1) !== 32) end++;
    } else if (code === 40) {
      if (++depth > deepestParentheses) return null;
    } else if (code === 41 && --depth < 0) {
      break;
    }
  }
  return end === at || depth > 0 ? null : { end, value: unescaped(text.slice(at, end)) };
}

/** The state of a title that may go on in the next line. */
export type TitleResult =
  | { readonly kind: 'title'; readonly end: number; readonly value: string }
  | { readonly kind: 'open'; readonly marker: number; readonly value: string }
  | { readonly kind: 'none' };

export function titleAt(text: string, at: number, max: number): TitleResult {
  const marker = at < max ? text.charCodeAt(at) : -1;
  if (marker !== 34 && marker !== 39 && marker !== 40) return { kind: 'none' };
  return continueTitle(text, at + 1, max, { marker: marker === 40 ? 41 : marker, value: '' });
}

export function continueTitle(
  text: string,
  from: number,
  max: number,
  begun: { readonly marker: number; readonly value: string },
): TitleResult {
  const { marker } = begun;
  for (let at = from; at < max; at++) {
    const code = text.charCodeAt(at);
    if (code === marker)
      return { kind: 'title', end: at + 1, value: begun.value + unescaped(text.slice(from, at)) };
    if (code === 40 && marker === 41) return { kind: 'none' };
    if (code === 92 && at + 1 < max) at++;
  }
  return { kind: 'open', marker, value: begun.value + unescaped(text.slice(from, max)) };
}

/** Escapes and character references undone. */
export function unescaped(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text;
  return text.replace(/\\([^])|&[^;]{1,32};/g, (whole, next: string | undefined) => {
    if (next === undefined) return entityAt(whole, 0)?.text ?? whole;
    return isAsciiPunctuation(next.charCodeAt(0)) ? next : whole;
  });
}
