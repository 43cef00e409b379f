// Cuts a worksheet into statements: one a line, going on while a brace, bracket or environment is open.
import { sliceMapped, type MappedText } from '../../core/text/mapped.js';

export interface StatementText {
  readonly text: MappedText;
  /** Where a bracket of it is not closed by the end of the worksheet, in `text`. */
  readonly unclosed: { readonly at: number; readonly open: string } | null;
}

export function splitStatements(sheet: MappedText): readonly StatementText[] {
  const lines = lineRanges(sheet.text);
  const statements: StatementText[] = [];
  for (let at = 0; at < lines.length;) {
    const last = lastLine(sheet.text, lines, at);
    // A bracket that nothing closes would swallow the rest: its line stands alone.
    const end = last ?? at;
    const text = trimmed(sheet, lines[at]?.start ?? 0, lines[end]?.end ?? 0);
    if (text !== null) {
      const open = last === null ? openBrackets(text.text)[0] : undefined;
      statements.push({ text, unclosed: open ?? null });
    }
    at = end + 1;
  }
  return statements;
}

interface LineRange {
  readonly start: number;
  readonly end: number;
}

function lineRanges(text: string): readonly LineRange[] {
  const ranges: LineRange[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (at < text.length && code !== 10 && code !== 13) continue;
    ranges.push({ start, end: at });
    start = at + 1;
  }
  return ranges;
}

/** Index of the line on which the statement that begins at a line ends; `null` where it never does. */
function lastLine(text: string, lines: readonly LineRange[], from: number): number | null {
  const open: OpenBracket[] = [];
  for (let at = from; at < lines.length; at++) {
    const { start, end } = lines[at] ?? { start: 0, end: 0 };
    scanBrackets(text.slice(start, end), 0, open);
    if (open.length === 0) return at;
    if (at - from > MAXIMUM_LINES) return null;
  }
  return null;
}

/** A statement of more lines has lost a closing bracket. */
const MAXIMUM_LINES = 1000;

interface OpenBracket {
  readonly at: number;
  readonly open: string;
}

function openBrackets(text: string): readonly OpenBracket[] {
  const open: OpenBracket[] = [];
  scanBrackets(text, 0, open);
  return open;
}

const TOKEN = /%.*|\\(?:begin|end)\{[^{}]*\}|\\[a-zA-Z]+|\\[^]|[{}[\]()]/g;

/** `[0,1)` is an interval: round and square brackets close one another. */
function scanBrackets(line: string, offset: number, open: OpenBracket[]): void {
  for (const { 0: token, index } of line.matchAll(TOKEN)) {
    if (token.startsWith('%')) return;
    if (token === '{' || token === '[' || token === '(' || token.startsWith('\\begin'))
      open.push({ at: offset + index, open: token });
    else if (token === '}' || token === ']' || token === ')' || token.startsWith('\\end'))
      open.pop();
  }
}

/** Without the blanks and comments around; `null` where nothing is left. */
function trimmed(sheet: MappedText, start: number, end: number): MappedText | null {
  const raw = sheet.text.slice(start, end);
  const code = withoutComments(raw);
  const body = code.trimEnd();
  const blanks = body.length - body.trimStart().length;
  if (body.length === blanks) return null;
  const slice = sliceMapped(sheet, start + blanks, start + body.length);
  return { text: body.slice(blanks), pieces: slice.pieces };
}

/** Comments as blanks of the same length. */
function withoutComments(text: string): string {
  return text.replace(/(\\[^]|[^\\%])|%[^\n\r]*/g, (whole, kept: string | undefined) =>
    kept === undefined ? ' '.repeat(whole.length) : whole,
  );
}
