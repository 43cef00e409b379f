// How a line is broken in a post: the new line stays in the quotes and list items of the one before it.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Snapshot } from '../core/post/facts.js';
import { lineAround } from './sourceText.js';

/** A line break at a place, or a blank where Markdown allows one line alone: in headings and tables. */
export function lineBreak(post: Snapshot, offset: number): string {
  const { before, behind } = lineAround(post, { start: offset, end: offset });
  const line = before + behind;
  const prefix = linePrefix(line);
  const kind = post.blocks.blocks[blockAtOffset(post.blocks, offset)]?.kind;
  const isOneLine = kind === 'table' || /^(?:#{1,6}[ \t]|\|)/.test(line.slice(prefix.length));
  if (isOneLine) return ' ';
  const [first = ''] = post.lines;
  return (first.endsWith('\r\n') ? '\r\n' : '\n') + prefix;
}

const containers = /^(?:[ \t]*>[ \t]?|[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]{1,4}(?=\S))*[ \t]*/;

/** The marks of quotes are repeated, those of list items become blanks. */
function linePrefix(line: string): string {
  return (containers.exec(line)?.[0] ?? '').replace(/[^>\t]/g, ' ');
}
