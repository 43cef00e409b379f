// The blocks after an edit: only those are scanned again whose lines, or the lines they looked at,
// have changed.
import { engineOf } from '../site/engines.js';
import type { Site } from '../site/site.js';
import type { LineChange, Lines } from '../text/lines.js';
import { spliced } from '../text/spliced.js';
import type { Block } from './block.js';
import type { BlockChange } from './blockChange.js';
import { blockAtLine, type BlockList } from './blockList.js';
import { BlockScanner } from './scan.js';

export interface Rescan {
  readonly list: BlockList;
  readonly change: BlockChange;
  /** How many blocks were scanned. */
  readonly scanned: number;
}

/** `previous` are the blocks before `change`, `lines` the lines behind it. */
export function rescanBlocks(
  previous: BlockList,
  lines: Lines,
  change: LineChange,
  site: Site,
): Rescan {
  const first = firstTouched(previous, change);
  const scanner = new BlockScanner(lines, engineOf(site));
  const scanned: Block[] = [];
  const shift = change.inserted - change.removed;
  const changedEnd = change.from + change.inserted;
  let line = previous.firstLines[first] ?? 0;
  // The old block that begins where the new ones have come to, once they agree behind the change.
  let next = first;
  for (;;) {
    while (next < previous.blocks.length && (previous.firstLines[next] ?? 0) + shift < line) next++;
    const isAligned = line >= changedEnd && (previous.firstLines[next] ?? 0) + shift === line;
    if (isAligned && touchesAsBefore(previous.blocks[next], line, scanner)) break;
    const block = scanner.blockAt(line);
    scanned.push(block);
    line += block.lineCount;
  }
  return { ...splicedList(previous, first, next, scanned), scanned: scanned.length };
}

/**
 * The first block that could come out differently. A block knows how far it looked; one that looked
 * at a changed line is scanned again, and so is the one that holds the line before the change.
 */
function firstTouched(previous: BlockList, change: LineChange): number {
  const { blocks, firstLines } = previous;
  const last = blockAtLine(previous, Math.max(0, change.from - 1));
  for (let index = 0; index < last; index++) {
    const reach = blocks[index]?.reach ?? 0;
    if (reach > 0 && (firstLines[index + 1] ?? 0) + reach > change.from) return index;
  }
  return last;
}

/** Whether the line before a block that has not changed means the same to it. */
function touchesAsBefore(old: Block | undefined, line: number, scanner: BlockScanner): boolean {
  return old === undefined || old.touchesBefore === scanner.touchesBefore(line);
}

function splicedList(
  previous: BlockList,
  first: number,
  next: number,
  scanned: readonly Block[],
): { readonly list: BlockList; readonly change: BlockChange } {
  const old = previous.blocks;
  let same = 0;
  while (same < scanned.length && first + same < next && isSame(old[first + same], scanned[same]))
    same++;
  let sameEnd = 0;
  const most = Math.min(scanned.length, next - first) - same;
  while (sameEnd < most && isSame(old[next - 1 - sameEnd], scanned[scanned.length - 1 - sameEnd]))
    sameEnd++;
  const from = first + same;
  const inserted = scanned.slice(same, scanned.length - sameEnd);
  const to = next - sameEnd;
  const blocks = spliced(old, from, to - from, inserted);
  const list: BlockList = {
    blocks,
    starts: splicedStarts(previous.starts, from, to, inserted, (block) => block.text.length),
    firstLines: splicedStarts(previous.firstLines, from, to, inserted, (block) => block.lineCount),
  };
  return { list, change: { from, removed: to - from, inserted: inserted.length } };
}

/** What a block holds follows from its kind and text; its reach does not, nor whether an empty last line is its own. */
function isSame(old: Block | undefined, block: Block | undefined): boolean {
  if (old === undefined || block === undefined) return false;
  const samePlace = old.reach === block.reach && old.lineCount === block.lineCount;
  const sameTouch =
    old.touchesBefore === block.touchesBefore && old.touchesAfter === block.touchesAfter;
  return samePlace && sameTouch && old.kind === block.kind && old.text === block.text;
}

function splicedStarts(
  old: Uint32Array,
  from: number,
  to: number,
  inserted: readonly Block[],
  size: (block: Block) => number,
): Uint32Array {
  const starts = new Uint32Array(old.length - (to - from) + inserted.length);
  starts.set(old.subarray(0, from + 1));
  let at = from;
  for (const block of inserted) {
    starts[at + 1] = (starts[at] ?? 0) + size(block);
    at++;
  }
  const shift = (starts[at] ?? 0) - (old[to] ?? 0);
  for (let index = to + 1; index < old.length; index++) starts[++at] = (old[index] ?? 0) + shift;
  return starts;
}
