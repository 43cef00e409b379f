// Blanks what no math engine sees of a post: front matter, code and comments. Not our scanner, on purpose.

/** Everything keeps its place. */
export function withoutCode(text: string): string {
  const blank = (match: string): string => match.replace(/[^\n]/g, ' ');
  return text
    .replace(/^(?:---|\+\+\+)\n[^]*?\n(?:---|\+\+\+)\n/, blank)
    .replace(/^([ \t>]*)(```+|~~~+)[^\n]*\n(?:[^]*?\n)??[ \t>]*\2`*[ \t]*$/gm, blank)
    .replace(/<!--[^]*?-->/g, blank)
    .replace(/(?<![\\`])(`+)(?!`)(?:(?!\n\s*\n)[^])*?(?<!`)\1(?!`)/g, blank);
}
