// What kramdown takes for the boundary of a block: a blank line, or one that stands for it.

const gap = /^(?:\^?[ \t]*)\r?\n?$/;
const startOfMarkdown = /^ {0,3}<[a-z][^>]*\smarkdown=["']?(?:1|block)\b[^>]*>\s*$/i;
const attributes = /^ {0,3}\{:(?![:/])(?:\\\}|[^}])+\}\s*$/;

/** Whether a line is blank, or ends a block by its circumflex. */
export function isGap(line: string): boolean {
  return gap.test(line);
}

/** The same before a block, where the start of an element of Markdown stands for a blank line, too. */
export function isGapBefore(line: string): boolean {
  return isGap(line) || startOfMarkdown.test(line);
}

/** The same behind a block, where the attributes of a block stand for a blank line, too. */
export function isGapBehind(line: string): boolean {
  return isGap(line) || attributes.test(line);
}

/** Whether a line is one circumflex, which ends any block. */
export function isBlockEnd(line: string): boolean {
  return line.startsWith('^') && isGap(line);
}
