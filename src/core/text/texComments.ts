// Comments of TeX: from `%` to the end of its line.

/** Of the same length, so that every place stays what it is. */
export function withoutComments(tex: string): string {
  if (!tex.includes('%')) return tex;
  return tex.replace(/\\[^]|%.*/g, (found) =>
    found.startsWith('%') ? ' '.repeat(found.length) : found,
  );
}
