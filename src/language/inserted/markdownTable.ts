// A table as the Markdown of a site: written so that its formulas are read as meant, and compared without regard to its layout.
import { scanBlocks } from '../../core/markdown/scan.js';
import type { Site } from '../../core/site/site.js';
import { splitLines } from '../../core/text/lines.js';

/** A cell is TeX, or text that Markdown has nothing to say about. */
export interface TableCell {
  readonly kind: 'tex' | 'text';
  readonly text: string;
}

export interface TableContent {
  readonly headings: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** How a formula may be written between other words, by the likeliest first. */
const DELIMITERS = [
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\\\(', '\\\\)'],
] as const;

/** Formulas that the site would not read as they are stand as code. */
export function writeTable(table: TableContent, site: Site, lineEnd: string): string {
  const asFormulas = DELIMITERS.map(([open, close]) =>
    linesOf(table, ({ kind, text }) => (kind === 'tex' ? `${open}${forCell(text)}${close}` : text)),
  ).find((lines) => readsAs(lines, table, site));
  const asCode = (): readonly string[] =>
    linesOf(table, ({ kind, text }) => (kind === 'tex' ? `\`${forCell(text)}\`` : text));
  return (asFormulas ?? asCode()).join(lineEnd);
}

/** Whether two tables say the same; how they are aligned and padded does not count. */
export function isSameTable(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => JSON.stringify(said(text)));
  return left === right;
}

/** Whether a table may have been written for another: one with other headings is somebody's own. */
export function haveCommonHeading(one: string, other: string): boolean {
  const [headings = []] = said(other);
  return (said(one)[0] ?? []).some((heading) => headings.includes(heading));
}

/** The new table with the alignments that the old one has. */
export function keepAlignments(table: string, old: string): string {
  const [lines, before] = [table, old].map((text) => text.split(/\r\n|\n|\r/));
  const [now = '', then = ''] = [lines?.[1], before?.[1]];
  const isKept = /^[\s|:-]+$/.test(then) && cellsOf(then).length === cellsOf(now).length;
  return isKept && now !== '' ? table.replace(now, () => then.trim()) : table;
}

function said(text: string): readonly (readonly string[])[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, at) => (at === 1 ? [] : [cellsOf(line)]));
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function linesOf(
  { headings, rows }: TableContent,
  write: (cell: TableCell) => string,
): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, at) => (at === 0 && headings.length > 1 ? '---' : '---:'));
  return [headings.map(write), rule, ...rows.map((row) => row.map(write))].map(line);
}

/** A bar would end the cell, and what follows two braces is for generators. */
function forCell(tex: string): string {
  return tex
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\\\|/g, '\\Vert ')
    .replace(/\|/g, '\\vert ')
    .replace(/\{(?=[{%#])/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .trimEnd();
}

function readsAs(lines: readonly string[], table: TableContent, site: Site): boolean {
  const [block, ...others] = scanBlocks(splitLines(`${lines.join('\n')}\n`), site);
  if (block?.kind !== 'table' || others.length > 0) return false;
  const meant = [table.headings, ...table.rows]
    .flat()
    .flatMap(({ kind, text }) => (kind === 'tex' ? [forCell(text)] : []));
  const read = block.formulas.map(({ tex }) => tex.text.trim());
  return JSON.stringify(read) === JSON.stringify(meant);
}
