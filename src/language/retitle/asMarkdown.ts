// A title as text of Markdown, and back.

/** Marks are escaped, unless they are cited without; not brackets, since a formula begins with `\[`. */
export function asMarkdown(title: string, cited: string): string {
  const bare = cited.replace(/\\[^]/g, '');
  return title
    .split(/(\$[^$]+\$)/)
    .map((piece, index) => (index % 2 === 1 ? piece : escaped(piece, bare)))
    .join('');
}

function escaped(text: string, bare: string): string {
  return text.replace(/[\\`*<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (mark) =>
    bare.includes(mark) ? mark : `\\${mark}`,
  );
}

/** What `asMarkdown` made of a title, without its escapes. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
