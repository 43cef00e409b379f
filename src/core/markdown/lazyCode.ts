// Indented code as kramdown has it: lines that are not indented belong to it, up to a blank one.
import { isGapBehind } from './gaps.js';

interface CodeLines {
  isEmpty(line: number): boolean;
  isIndented(line: number): boolean;
  /** Without the indentation of the container; `null` where that has ended. */
  text(line: number): string | null;
}

/** The line behind the code that begins at `line`. */
export function lazyCodeEnd(lines: CodeLines, line: number): number {
  let last = line + 1;
  let isBehindBlank = false;
  for (let next = line + 1; ; next++) {
    if (lines.isEmpty(next)) isBehindBlank = true;
    if (lines.isEmpty(next) && lines.text(next) !== null) continue;
    const text = lines.text(next);
    if (text === null || !(lines.isIndented(next) || (!isBehindBlank && !endsCode.test(text))))
      return last;
    if (isGapBehind(text)) return last;
    isBehindBlank = false;
    last = next + 1;
  }
}

const endsCode = /^ {0,3}<\/?[a-z]/i;
