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

const opening = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/;

/** Remembers where none was found, so that any number of fences costs one pass. One for each post. */
export class FenceEnds {
  readonly #none = new Map<string, { from: number; to: number; length: number }>();

  /** Whether the code is closed that a line begins, and is told in one word what it is. */
  isClosed(lines: FencedLines, line: number): boolean {
    const match = opening.exec(lines.text(line)?.trimEnd() ?? '');
    const marks = match?.[1] ?? match?.[3] ?? '';
    if (match === null || /\S\s+\S/.test(match[2] ?? match[4] ?? '')) return false;
    const key = `${containerKey(lines.level, lines.blockIndent)} ${marks.charAt(0)}`;
    const none = this.#none.get(key);
    if (none && line >= none.from && line < none.to && marks.length >= none.length) return false;
    for (let next = line + 1; ; next++) {
      const text = lines.text(next);
      if (text === null) {
        this.#none.set(key, { from: line, to: next, length: marks.length });
        return false;
      }
      if (!text.startsWith(marks) || lines.isIndented(next)) continue;
      if (/^(?:`+|~+)\s*$/.test(text)) return true;
    }
  }
}
