// Comments that silence rules: `<!-- postulate-ignore label.unused -->` in the block where it stands, or in
// the next one where it stands alone; `<!-- postulate-ignore-post … -->` in the whole post.
import type { Block, Comment } from '../markdown/block.js';
import { fromBlocks, type BlockList } from '../markdown/blockList.js';
import { spanToSource } from '../text/mapped.js';
import { shiftSpan, type Span } from '../text/span.js';
import type { IgnoredCode, IgnoreFacts } from './facts.js';

/**
 * The codes of rules, and behind a colon a reason, with the punctuation of a Chinese keyboard too. Two
 * hyphens would end a comment in older engines.
 */
const pattern = /^\s*postulate-ignore(-post)?(?=[\s:：]|$)([^:：]*)/;

export function ignoresOf(list: BlockList): readonly IgnoreFacts[] {
  return fromBlocks(list, 'comments', ({ comments }, offset, index) =>
    comments.flatMap((comment) => {
      const match = pattern.exec(comment.text.text);
      if (match === null) return [];
      const codes = codesIn(comment, match[2] ?? '', match[0].length, offset);
      const scope = match[1] === undefined ? scopeOf(list.blocks, offset, index, comment) : null;
      return [{ codes, scope }];
    }),
  );
}

/** Of a list that ends at `end` in the text of a comment. */
function codesIn(
  { text }: Comment,
  list: string,
  end: number,
  offset: number,
): readonly IgnoredCode[] {
  const listStart = end - list.length;
  return [...list.matchAll(/[^\s,，、]+/g)].map(({ 0: code, index }) => {
    const start = listStart + index;
    const span = spanToSource(text, { start, end: start + code.length });
    return { code, span: shiftSpan(span, offset) };
  });
}

export function isIgnored(ignores: readonly IgnoreFacts[], code: string, { start }: Span): boolean {
  return ignores.some(
    ({ codes, scope }) =>
      (codes.length === 0 || codes.some((ignored) => ignored.code === code)) &&
      (scope === null || (scope.start <= start && start < scope.end)),
  );
}

function scopeOf(blocks: readonly Block[], start: number, index: number, comment: Comment): Span {
  const block = blocks[index];
  const end = start + (block?.text.length ?? 0);
  const isAlone = block?.text.trim().length === comment.span.end - comment.span.start;
  return { start, end: isAlone ? end + (blocks[index + 1]?.text.length ?? 0) : end };
}
