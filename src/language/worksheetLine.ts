// Where a post takes a new line of a worksheet: in the nearest one, else in the file beside it, else in one of its own behind the block.
import type { Comment, Fence } from '../core/markdown/block.js';
import { blockAtOffset, offsetInBlock } from '../core/markdown/blockList.js';
import { isWorksheetFence, worksheetStart } from '../core/post/worksheets.js';
import type { Snapshot } from '../core/post/facts.js';
import { shiftSpan, type Span } from '../core/text/span.js';
import type { Lines } from '../core/text/lines.js';
import { tailOf } from '../core/text/tail.js';
import type { Change } from './change.js';

export interface WrittenLine {
  readonly change: Change;
  /** The place behind the line, in the post that holds it. */
  readonly caret: number;
}

export type WorksheetForm = 'fence' | 'comment';

interface Worksheet {
  readonly kind: WorksheetForm;
  readonly span: Span;
}

/** Whether a post has a worksheet that counts before the file beside it. */
export function hasFence(post: Snapshot): boolean {
  return worksheetsOf(post).some(({ kind }) => kind === 'fence');
}

export function worksheetLine(post: Snapshot, near: number, line: string): WrittenLine {
  const sheet = nearest(worksheetsOf(post), near);
  if (sheet === null) return newWorksheet(post, near, line);
  if (sheet.kind === 'comment') {
    const head = `${lineEnd(post)}${COMMENT[0]}${line}`;
    return written(sheet.span.end, head + COMMENT[1], head.length);
  }
  return intoFence(post, sheet.span, near, line);
}

/** At the end of a worksheet in a file of its own. */
export function lineOfFile(lines: Lines, line: string): WrittenLine {
  const text = lines.join('');
  const head = `${text === '' || /[\r\n]$/.test(text) ? '' : lineEnd({ lines })}${line}`;
  return written(text.length, `${head}${lineEnd({ lines })}`, head.length);
}

/** Behind the block around a place, with blank lines around it. */
export function newWorksheet(
  post: Snapshot,
  near: number,
  line: string,
  form: WorksheetForm = 'fence',
): WrittenLine {
  const { blocks, starts } = post.blocks;
  const index = blockAtOffset(post.blocks, near);
  const text = blocks[index]?.text ?? '';
  const end = lineEnd(post);
  const ending = tailOf(text, /[\r\n]/);
  const missing = text === '' ? 0 : Math.max(0, 2 - linesIn(ending));
  const [open, close] = form === 'fence' ? [`\`\`\`eval${end}`, `${end}\`\`\``] : COMMENT;
  const head = `${end.repeat(missing)}${open}${line}`;
  const isLast = index >= blocks.length - 1;
  const tail = `${close}${end}${isLast ? '' : end}`;
  return written((starts[index] ?? 0) + text.length, head + tail, head.length);
}

const COMMENT = ['<!-- eval: ', ' -->'] as const;

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function written(at: number, text: string, caret: number): WrittenLine {
  return { change: { span: { start: at, end: at }, text }, caret: at + caret };
}

/** Above the line that asks for it, else at the end. */
function intoFence(post: Snapshot, fence: Span, near: number, line: string): WrittenLine {
  const { block, start: offset } = offsetInBlock(post.blocks, fence.start);
  const text = block?.text ?? '';
  const last = text.slice(0, fence.end - offset).trimEnd().length;
  const isInside = fence.start <= near && near < fence.end;
  const at = isInside ? near - offset : last;
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const prefix = /^[ \t>]*/.exec(text.slice(start))?.[0] ?? '';
  return written(offset + start, `${prefix}${line}${lineEnd(post)}`, prefix.length + line.length);
}

function lineEnd({ lines: [first = ''] }: Pick<Snapshot, 'lines'>): string {
  return first.endsWith('\r\n') ? '\r\n' : '\n';
}

function worksheetsOf({ blocks: { blocks, starts } }: Snapshot): readonly Worksheet[] {
  return blocks.flatMap(({ fences, comments }, at) =>
    [...fences.flatMap(fenceSheet), ...comments.flatMap(commentSheet)].map(({ kind, span }) => ({
      kind,
      span: shiftSpan(span, starts[at] ?? 0),
    })),
  );
}

function fenceSheet(fence: Fence): readonly Worksheet[] {
  return isWorksheetFence(fence) ? [{ kind: 'fence', span: fence.span }] : [];
}

function commentSheet(comment: Comment): readonly Worksheet[] {
  return worksheetStart(comment) === null ? [] : [{ kind: 'comment', span: comment.span }];
}

/** The one around a place, else the last before it, else the first behind it; fences before comments. */
function nearest(sheets: readonly Worksheet[], near: number): Worksheet | null {
  const around = sheets.find(({ span }) => span.start <= near && near < span.end);
  if (around) return around;
  const fences = sheets.filter(({ kind }) => kind === 'fence');
  const candidates = fences.length > 0 ? fences : sheets;
  return candidates.filter(({ span }) => span.start < near).at(-1) ?? candidates[0] ?? null;
}
