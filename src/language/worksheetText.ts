// A worksheet in a file of its own, as a post that is one worksheet: what writes into worksheets of posts writes into it.
import { openSnapshot } from '../core/post/snapshot.js';
import type { Snapshot } from '../core/post/facts.js';
import { assumedSite } from '../core/site/site.js';
import { identityText } from '../core/text/mapped.js';
import type { Lines } from '../core/text/lines.js';

export function asPost(lines: Lines): Snapshot {
  const text = lines.join('');
  const empty = openSnapshot({ path: '', version: 0, text: '```eval\n```', site: assumedSite });
  const [block] = empty.blocks.blocks;
  if (!block) return empty;
  const fences = block.fences.map((fence) => ({
    ...fence,
    span: { start: 0, end: Infinity },
    body: identityText(text, 0),
  }));
  const whole = { ...block, text, lineCount: lines.length, fences };
  return {
    ...empty,
    lines,
    blocks: { ...empty.blocks, blocks: [whole], starts: Uint32Array.of(0) },
  };
}
