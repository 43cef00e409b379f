// Tables as kramdown has them: whatever lines between blank ones all have a `|`, with a head or without.
import { MappedBuilder, sliceMapped, toSource, type MappedText } from '../text/mapped.js';
import type { EngineRules } from '../site/engine.js';
import { CodeSpans } from './codeSpans.js';
import type { ContainerLines } from './containerLines.js';
import { endsBefore } from './protectedBlocks.js';
import { beginsItem } from './listRules.js';
import { hasPipesOutside } from './pipeLines.js';

export interface PipeTable {
  /** The line behind it. */
  readonly end: number;
  readonly rows: readonly PipeRow[];
}

export interface PipeRow {
  readonly line: number;
  readonly isHead: boolean;
  /** In the content of the line. */
  readonly cells: readonly PipeCell[];
}

interface PipeCell {
  readonly start: number;
  readonly end: number;
}

const lineWithPipe = /^(?:\||.*?[^\\\n]\|)/;
const dashes = /^[+|: \t-]*-[+|: \t-]*$/;
const footDashes = /^[+|: \t=]*=[+|: \t=]*$/;
const underline = /^(?:=+|-+)[ \t]*$/;

/** The table that begins at the line `start`, which begins nothing else; `null` if there is none. */
export function pipeTableAt(
  lines: ContainerLines,
  start: number,
  rules: EngineRules,
): PipeTable | null {
  const first = lines.text(start, false) ?? '';
  if (beginsItem(first.trimStart(), rules)) return null;
  if (!lineWithPipe.test(first) || !lines.isBehindGap(start)) return null;
  if (underline.test(lines.text(start + 1, false) ?? '')) return null;
  const texts = linesWithPipes(lines, start, first);
  const end = start + texts.length;
  if (!endsBefore(lines, end) || !hasPipesOutside(texts.join('\n'))) return null;
  const head = headLength(texts);
  if (head < 0) return null;
  const hasEdge = /^\s*\|/.test(first);
  const rows = texts.flatMap((text, index): readonly PipeRow[] => {
    if (isSeparator(text)) return [];
    const cells = cellsOf(text, hasEdge, new CodeSpans(text, rules.code));
    return [{ line: start + index, isHead: index < head, cells }];
  });
  return { end, rows };
}

function linesWithPipes(lines: ContainerLines, start: number, first: string): readonly string[] {
  const texts: string[] = [];
  for (let text: string | null = first; text !== null && lineWithPipe.test(text);) {
    texts.push(text);
    text = lines.text(start + texts.length, false);
  }
  return texts;
}

function isSeparator(text: string): boolean {
  return dashes.test(text) || footDashes.test(text);
}

/** How many lines the head takes: those above the first dashes below a row; `-1` if no row is behind it. */
function headLength(texts: readonly string[]): number {
  const firstRow = texts.findIndex((text) => !isSeparator(text));
  if (firstRow < 0) return -1;
  const separator = texts.findIndex((text, index) => index > firstRow && isSeparator(text));
  if (separator < 0 || !dashes.test(texts[separator] ?? '')) return 0;
  return texts.slice(separator).every(isSeparator) ? -1 : separator;
}

/** Each `|` that is not escaped and in no code begins another cell, in formulas, too. */
function cellsOf(text: string, hasEdge: boolean, code: CodeSpans): readonly PipeCell[] {
  const cells: PipeCell[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 96) at = Math.max(code.spanEnd(at), code.runEnd(at)) - 1;
    else if (character === 60) at = Math.max(at + 1, codeElementEnd(text, at)) - 1;
    else if (at === text.length || (character === 124 && text.charCodeAt(at - 1) !== 92)) {
      cells.push({ start, end: at });
      start = at + 1;
    }
  }
  const isBlank = (cell: PipeCell | undefined): boolean =>
    cell !== undefined && text.slice(cell.start, cell.end).trim() === '';
  if (hasEdge && isBlank(cells[0])) cells.shift();
  if (isBlank(cells.at(-1))) cells.pop();
  return cells;
}

const codeElement = /<code.*?>.*?<\/code>/y;

function codeElementEnd(text: string, at: number): number {
  codeElement.lastIndex = at;
  return codeElement.test(text) ? codeElement.lastIndex : -1;
}

/** The text of a cell, without the blanks around it and the backslashes before pipes. */
export function pipeCell(row: MappedText, { start, end }: PipeCell): MappedText {
  const whole = row.text.slice(start, end);
  const from = start + whole.length - whole.trimStart().length;
  return withoutEscapedPipes(
    sliceMapped(row, from, Math.max(from, start + whole.trimEnd().length)),
  );
}

/** A table takes the backslash from `\|` before anything else reads the cell. */
export function withoutEscapedPipes(cell: MappedText): MappedText {
  if (!cell.text.includes('\\|')) return cell;
  const builder = new MappedBuilder();
  const { text } = cell;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) === 124) at++;
    builder.append(text.charAt(at), toSource(cell, at));
  }
  return builder.build(toSource(cell, 0));
}
