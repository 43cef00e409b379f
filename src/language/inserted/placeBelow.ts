// Where a table or a picture goes: below the worksheet that it is of, behind what was inserted there before.
import { blockAtOffset } from '../../core/markdown/blockList.js';
import { insertedResultsOf } from '../../core/post/insertedResults.js';
import type { Snapshot } from '../../core/post/facts.js';
import { tailOf } from '../../core/text/tail.js';
import type { Change } from '../change.js';

/** `near` is a place in the worksheet. Blank lines stand around what is written. */
export function writeBelow(post: Snapshot, near: number, parts: readonly string[]): Change {
  return writeBehind(post, lastInserted(post, blockAtOffset(post.blocks, near)), parts);
}

/** Behind a block. */
export function writeBehind(post: Snapshot, index: number, parts: readonly string[]): Change {
  const { blocks, starts } = post.blocks;
  const block = blocks[index]?.text ?? '';
  const end = lineEndOf(post);
  const ending = tailOf(block, /[\r\n]/);
  const missing = block === '' ? 0 : Math.max(0, 2 - linesIn(ending));
  const isLast = index >= blocks.length - 1;
  const text = `${end.repeat(missing)}${parts.join(end + end)}${end}${isLast ? '' : end}`;
  const at = (starts[index] ?? 0) + block.length;
  return { span: { start: at, end: at }, text };
}

export function lineEndOf({ lines: [first = ''] }: Pick<Snapshot, 'lines'>): string {
  return first.endsWith('\r\n') ? '\r\n' : '\n';
}

function lastInserted(post: Snapshot, index: number): number {
  let last = index;
  for (const { span, shown } of insertedResultsOf(post)) {
    if (blockAtOffset(post.blocks, span.start) !== last + 1) continue;
    last += shown === null ? 1 : 2;
  }
  return last;
}

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
