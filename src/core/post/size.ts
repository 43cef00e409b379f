// How large a post may be: what is larger is left out, by the editor and the command line alike.

/** In megabytes, where neither a setting nor an option says another. */
export const defaultMaxPostSize = 20;

/** A million bytes. */
const megabyte = 1_000_000;

export function bytesOf(megabytes: number): number {
  return Math.round(megabytes * megabyte);
}

/** A size over its limit, both from bytes to megabytes: to raise the limit to the size is enough. */
export function sizeTexts(
  size: number,
  limit: number,
): { readonly size: string; readonly limit: string } {
  const tenths = Math.ceil(size / (megabyte / 10));
  return { size: String(tenths / 10), limit: String(limit / megabyte) };
}

/** The bytes of a text as UTF-8, given by its lines, where they are more than the limit; else `null`. */
export function sizeOver(lines: readonly string[], limit: number): number | null {
  const units = lines.reduce((sum, line) => sum + line.length, 0);
  // No character takes more than three bytes for each of its units.
  if (units * 3 <= limit) return null;
  const size = lines.reduce((sum, line) => sum + moreBytes(line), units);
  return size > limit ? size : null;
}

/** How many more bytes a text has than units. */
function moreBytes(text: string): number {
  let more = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    if (code >= 0x80) more += code < 0x800 || isHalf ? 1 : 2;
  }
  return more;
}
