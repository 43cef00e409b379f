// The end of a text that is made of certain characters.

/** `character` matches one; a pattern that ends in `$` would be tried anew from each place of a long text. */
export function tailOf(text: string, character: RegExp): string {
  let start = text.length;
  while (start > 0 && character.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}
