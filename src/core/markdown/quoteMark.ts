// The mark of a quote before a line, for our scanner and for markdown-it's.
import { isSpace } from './characters.js';

/** Where the content of a line begins, as both block scanners keep it. */
export interface LineStart {
  /** Where its container leaves it, and its first character that is no blank. */
  readonly contentStart: number;
  readonly firstChar: number;
  /** Columns of indentation, and the column that tabs are counted from. */
  readonly indent: number;
  readonly tabBase: number;
}

/** Behind the `>` that is the first character of a line, which ends at `end`. */
export function behindQuoteMark(text: string, end: number, line: LineStart): LineStart {
  const markEnd = line.indent + 1;
  const code = text.charCodeAt(line.firstChar + 1);
  const isSpaced = line.firstChar + 1 < end && (code === 32 || code === 9);
  // Else the tab stands for the space behind `>` and for indentation.
  const isTaken = isSpaced && (code === 32 || (line.tabBase + markEnd) % 4 === 3);
  const contentStart = line.firstChar + (isTaken ? 2 : 1);
  const initial = markEnd + (isTaken ? 1 : 0);
  const split = isSpaced && !isTaken ? 1 : 0;
  let firstChar = contentStart;
  let column = initial;
  for (; firstChar < end && isSpace(text.charCodeAt(firstChar)); firstChar++)
    column += text.charCodeAt(firstChar) === 9 ? 4 - ((column + line.tabBase + split) % 4) : 1;
  return {
    contentStart,
    firstChar,
    indent: column - initial,
    tabBase: markEnd + (isSpaced ? 1 : 0),
  };
}
