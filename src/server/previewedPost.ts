// A snapshot of a post as previews ask for it: HTML by block, kept while its context is the same.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Block } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import type { BlockResult, RenderedBlock } from '../protocol/preview.js';
import { equationId, headingId } from '../render/anchors.js';
import { blockTexts, rowCount, type FaultText } from '../render/blockTexts.js';
import type { RenderContext } from '../render/context.js';
import { placeholders } from '../render/placeholders.js';
import { contextAt, type PostContext } from '../render/postContext.js';
import { renderBlock } from '../render/renderBlock.js';
import { blockWeight } from './blockWeight.js';
import type { BlockPlace, PreviewedPost } from './previewSession.js';

export interface PreviewedPostParts {
  readonly snapshot: Snapshot;
  readonly context: PostContext;
  readonly results: (position: number) => readonly BlockResult[];
  readonly faultText: FaultText;
}

/** Blocks that hold what is searched; more are not listed. */
const maxFound = 10_000;

export function createPreviewedPost(parts: PreviewedPostParts): PreviewedPost {
  const { snapshot } = parts;
  const { blocks } = snapshot.blocks;
  return {
    blockCount: blocks.length,
    lineCount: (position) => blocks[position]?.lineCount ?? 0,
    weight: (position) => (blocks[position] ? blockWeight(blocks[position]) : 0),
    render: (position) => renderCached(parts, position),
    texts: (position) => blockTexts(snapshot, position, parts.faultText, parts.results(position)),
    follow: (position, index) => {
      const entries = snapshot.math[position]?.entries ?? [];
      const key = entries.flatMap(({ display }) => display.references)[index]?.key;
      return placeOfLabel(snapshot, (candidate) => candidate === key);
    },
    followAnchor: (anchor) => placeOfAnchor(snapshot, anchor),
    find: (text) => find(blocks, text),
  };
}

interface Cached {
  readonly context: RenderContext;
  readonly rendered: RenderedBlock;
}

const cache = new WeakMap<Block, Cached>();

function renderCached(
  { snapshot, context: post }: PreviewedPostParts,
  position: number,
): RenderedBlock {
  const block = snapshot.blocks.blocks[position];
  if (!block) return { key: '', html: '', lineCount: 0 };
  const context = contextAt(post, position, placeholders);
  const cached = cache.get(block);
  if (cached && isSame(cached.context, context)) return cached.rendered;
  const rendered = renderBlock(block, context, (formula) => rowCount(snapshot, position, formula));
  cache.set(block, { context, rendered });
  return rendered;
}

function isSame(left: RenderContext, right: RenderContext): boolean {
  return (
    left.site === right.site &&
    left.macros === right.macros &&
    left.linkDefinitions === right.linkDefinitions &&
    left.footnotes === right.footnotes
  );
}

function placeOfLabel(snapshot: Snapshot, isMeant: (key: string) => boolean): BlockPlace | null {
  const { displays, labels } = snapshot.facts;
  const label = labels.find(({ key, number }) => number !== null && isMeant(key));
  const display = label && displays[label.display];
  if (!display) return null;
  const position = display.block;
  const before = (snapshot.math[position]?.entries ?? []).filter(
    (entry) => entry.kind === 'formula' && entry.formula.display && entry.index < display.formula,
  );
  const rows = before.reduce((sum, entry) => sum + entry.display.rows.length, 0);
  return { position, row: rows + label.row };
}

function placeOfAnchor(snapshot: Snapshot, anchor: string): BlockPlace | null {
  const equation = placeOfLabel(snapshot, (key) => equationId(key) === anchor);
  if (equation) return equation;
  const heading = snapshot.facts.headings.find(({ text }) => headingId(text) === anchor);
  if (heading) return { position: blockAtOffset(snapshot.blocks, heading.span.start), row: null };
  const footnote = /^footnote-(.+)$/s.exec(anchor)?.[1];
  if (footnote === undefined) return null;
  const position = snapshot.blocks.blocks.findIndex(({ text }) => text.includes(`[^${footnote}]:`));
  return position < 0 ? null : { position, row: null };
}

function find(blocks: readonly Block[], text: string): readonly number[] {
  const searched = text.toLowerCase();
  if (searched === '') return [];
  const found: number[] = [];
  for (const [position, block] of blocks.entries()) {
    if (found.length >= maxFound) break;
    if (block.text.toLowerCase().includes(searched)) found.push(position);
  }
  return found;
}
