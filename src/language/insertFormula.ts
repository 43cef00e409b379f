// Where a formula of the library goes, and as what: a display of the text, lines of a worksheet, or a part of a formula.
import { offsetInBlock } from '../core/markdown/blockList.js';
import { isWorksheetFence, worksheetStart } from '../core/post/worksheets.js';
import type { Snapshot } from '../core/post/facts.js';
import { displayLines } from '../evaluate/library/display.js';
import { callOf, type LibraryEntry } from '../evaluate/library/entry.js';
import { formulaAt } from './formulaAt.js';
import type { WrittenLine } from './worksheetLine.js';

export type FormulaForm = 'definition' | 'call';

export function insertFormula(
  post: Snapshot,
  offset: number,
  entry: LibraryEntry,
  form: FormulaForm,
): WrittenLine {
  const place = placeAt(post, offset);
  const line = lineAround(post, offset);
  if (form === 'call') return at(offset, place === 'text' ? `$${callOf(entry)}$` : callOf(entry));
  switch (place) {
    case 'formula':
    case 'comment':
      return at(offset, entry.definitions.join(', '));
    case 'fence':
      return onOwnLines(offset, entry.definitions, line, 'close');
    case 'text':
      return onOwnLines(offset, ['$$', ...displayLines(entry), '$$'], line, 'apart');
  }
}

function placeAt(post: Snapshot, offset: number): 'text' | 'formula' | 'fence' | 'comment' {
  const { block, at: inside } = offsetInBlock(post.blocks, offset);
  const holds = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    span.start < inside && inside < span.end;
  if (block?.fences.some((fence) => isWorksheetFence(fence) && holds(fence))) return 'fence';
  const isSheet = block?.comments.some(
    (comment) => worksheetStart(comment) !== null && holds(comment),
  );
  if (isSheet) return 'comment';
  return formulaAt(post, offset) === null ? 'text' : 'formula';
}

interface Line {
  /** What continues a quote or the item of a list on the next line. */
  readonly prefix: string;
  readonly before: string;
  readonly behind: string;
  /** Whether the lines around it hold text. */
  readonly isBelowText: boolean;
  readonly isAboveText: boolean;
  readonly end: string;
}

function lineAround({ lines }: Snapshot, offset: number): Line {
  let start = 0;
  let index = 0;
  for (; index < lines.length - 1; index++) {
    const length = lines[index]?.length ?? 0;
    if (offset < start + length) break;
    start += length;
  }
  const text = (lines[index] ?? '').replace(/[\r\n]+$/, '');
  const lead = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?/.exec(text)?.[0] ?? '';
  const column = offset - start;
  const hasText = (line: string | undefined): boolean => /[^\s>]/.test(line ?? '');
  return {
    prefix: lead.replace(/[^ \t>]/g, ' '),
    before: text.slice(0, column).slice(lead.length),
    behind: text.slice(column),
    isBelowText: hasText(lines[index - 1]),
    isAboveText: hasText(lines[index + 1]),
    end: lines[0]?.endsWith('\r\n') ? '\r\n' : '\n',
  };
}

/** `apart`: with blank lines around, so that every engine takes it for a display. */
function onOwnLines(
  offset: number,
  written: readonly string[],
  line: Line,
  spacing: 'close' | 'apart',
): WrittenLine {
  const { prefix, before, behind, end } = line;
  const blank = spacing === 'apart' ? `${prefix.trimEnd()}${end}` : '';
  const isFirst = before.trim() === '';
  const isLast = behind.trim() === '';
  const head = isFirst
    ? line.isBelowText && blank !== '' && before === '' && prefix.trim() === ''
      ? end
      : ''
    : `${end}${blank}${prefix}`;
  const body = `${head}${written.join(`${end}${prefix}`)}`;
  const tail = isLast ? (line.isAboveText && blank !== '' ? end : '') : `${end}${blank}${prefix}`;
  return at(offset, body + tail, body.length);
}

function at(offset: number, text: string, caret = text.length): WrittenLine {
  return { change: { span: { start: offset, end: offset }, text }, caret: offset + caret };
}
