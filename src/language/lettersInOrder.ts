// Whether a text has what was typed, as editors filter lists: its letters in their order, with others between them.

/** `letters` are in lower case; of a text in parts. Names are not written in lower case for it: that takes longest. */
export function hasLetters(letters: string, ...parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    for (let index = 0; index < part.length && at < letters.length; index++) {
      if (lower(part.charCodeAt(index)) === letters.charCodeAt(at)) at++;
    }
  }
  return at === letters.length;
}

function lower(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}
