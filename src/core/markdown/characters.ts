// Classes of characters as CommonMark defines them, by UTF-16 code.

export function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** Space, tab, line feed: what the ends of a paragraph's content lose. */
export function isTrimmed(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Zs, tab, line feed, form feed, carriage return. */
export function isUnicodeSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code >= 0x2000 && code <= 0x200a) return true;
  return code === 0xa0 || code === 0x1680 || code === 0x202f || code === 0x205f || code === 0x3000;
}

const unicodePunctuation = /[\p{P}\p{S}]/u;

export function isPunctuation(codePoint: number): boolean {
  if (codePoint < 128) return isAsciiPunctuation(codePoint);
  return unicodePunctuation.test(String.fromCodePoint(codePoint));
}
