// What stands around a text that is written into a post, in the middle of which it would take something apart.
import type { Block } from '../../core/markdown/block.js';
import { HtmlSpans } from '../../core/markdown/htmlTags.js';
import type { Snapshot } from '../../core/post/facts.js';
import { engineOf } from '../../core/site/engines.js';
import { lineAround } from '../sourceText.js';

/** Links, titles, comments, and blocks that are no mere text; without the link that begins at `own`. */
export function aroundText({ blocks, facts }: Snapshot, own: number | null): string {
  const links = facts.links
    .filter(({ span }) => span.start !== own)
    .map(({ kind, target }) => `${kind} ${target}`);
  return [...links, ...blocks.blocks.flatMap(partsOf)].join('\n');
}

function partsOf(block: Block): readonly string[] {
  const { kind, headings, linkDefinitions, titleCitations, comments } = block;
  return [
    ...(mereText.has(kind) ? [] : [kind]),
    ...headings.map(({ level }) => `#${level}`),
    ...linkDefinitions.map(({ label, target }) => `${label}: ${target}`),
    ...titleCitations.map(({ title }) => title),
    ...comments.map(({ text }) => text.text),
  ];
}

/** A tag alone on its line is a block, and with words beside it a paragraph. */
const mereText: ReadonlySet<Block['kind']> = new Set(['paragraph', 'blank', 'html']);

/** Between the brackets of a tag of HTML. */
export function isInTag(post: Snapshot, offset: number): boolean {
  const { before, behind } = lineAround(post, { start: offset, end: offset });
  const start = before.lastIndexOf('<');
  if (start < 0) return false;
  return new HtmlSpans(before + behind, engineOf(post.site).tags).endAt(start) > before.length;
}
