// The HTML elements of a post that its Markdown engine leaves alone, with what stands between their tags.
import type { Snapshot } from '../../core/post/facts.js';
import { remembered } from '../../core/remembered.js';
import { engineOf } from '../../core/site/engines.js';
import { spanAt } from '../../core/text/search.js';
import type { Span } from '../../core/text/span.js';

/** Whether the engine never looks at a place of the post. */
export function isInElement({ start }: Span, post: Snapshot): boolean {
  return spanAt(elementsOf(post), start) !== undefined;
}

const elementsOf = remembered((post: Snapshot): readonly Span[] =>
  engineOf(post.site).htmlBlocks === 'commonmark' ? [] : findElements(post),
);

function findElements({ lines, blocks: { blocks, starts } }: Snapshot): readonly Span[] {
  const spans: Span[] = [];
  let text = '';
  let behind = 0;
  for (const [at, block] of blocks.entries()) {
    const start = starts[at] ?? 0;
    const name = block.kind === 'html' && start >= behind ? nameOf(block.text) : null;
    if (name === null) continue;
    text ||= lines.join('');
    behind = endOf(text, start, name);
    spans.push({ start, end: behind });
  }
  return spans;
}

function nameOf(html: string): string | null {
  return /^\s*<([a-z][a-z0-9-]*)\b/i.exec(html)?.[1] ?? null;
}

/** Behind the tag that closes an element; the end of the text where none does. */
function endOf(text: string, start: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?![\\w-])[^>]*>`, 'gi');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    if (tag[1] === '/') depth--;
    else if (!tag[0].endsWith('/>')) depth++;
    if (depth <= 0) return tags.lastIndex;
  }
  return text.length;
}
