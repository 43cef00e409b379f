// Whether fenced code has an end, for engines to which it is text without one.
import { containerKey } from './containerLines.js';

export interface FencedLines {
  readonly level: number;
  readonly blockIndent: number;
  /** A line without its indentation; `null` where the container has ended. */
  text(line: number): string | null;
  /** Whether a line is indented too far to end code. */
  isIndented(line: number): boolean;
}

const opening = /^(?<marks>`{3,}(?=[^`]*$)|~{3,}(?!~))(?<info>.*)$/;

/** The line that ends the code, or the first one behind the container. */
function endOf(lines: FencedLines, line: number, marks: string): number {
  for (let next = line + 1; ; next++) {
    const text = lines.text(next);
    const mayEnd = text !== null && text.startsWith(marks) && !lines.isIndented(next);
    if (text === null || (mayEnd && /^(?:`+|~+)\s*$/.test(text))) return next;
  }
}

/** Remembers where none was found, so that any number of fences costs one pass. One for each post. */
export class FenceEnds {
  readonly #none = new Map<string, { from: number; to: number; length: number }>();

  /** Of fences of Python-Markdown's, from which line of the post on each was sought in vain. */
  readonly unclosed = new Map<string, number>();

  /** Whether the code is closed that a line begins, and is told in one word what it is. */
  isClosed(lines: FencedLines, line: number): boolean {
    const { marks, info } = opening.exec(lines.text(line)?.trimEnd() ?? '')?.groups ?? {};
    if (marks === undefined || /\S\s+\S/.test(info ?? '')) return false;
    const key = `${containerKey(lines.level, lines.blockIndent)} ${marks.charAt(0)}`;
    const none = this.#none.get(key);
    if (none && line >= none.from && line < none.to && marks.length >= none.length) return false;
    const end = endOf(lines, line, marks);
    if (lines.text(end) !== null) return true;
    this.#none.set(key, { from: line, to: end, length: marks.length });
    return false;
  }
}
