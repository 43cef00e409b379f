// The part of a post that its site shows in lists: the blocks above `<!--more-->`.
import type { Block } from '../core/markdown/block.js';
import { scanBlocks } from '../core/markdown/scan.js';
import type { Cut } from '../core/post/cut.js';
import type { Snapshot } from '../core/post/facts.js';
import type { Site } from '../core/site/site.js';
import { splitLines } from '../core/text/lines.js';
import type { RenderedBlock } from '../protocol/preview.js';
import type { PreviewedPost } from './postForPreview.js';

/** `renderCut` renders what stands in the block of the cut above it. */
export function excerptOf(
  whole: PreviewedPost,
  snapshot: Snapshot,
  cut: Cut,
  renderCut: (block: Block) => RenderedBlock,
): PreviewedPost {
  const end = entriesAbove(snapshot, cut);
  const within = <Place extends { readonly position: number }>(
    place: Place | null,
  ): Place | null => (place && place.position <= cut.position ? place : null);
  return {
    ...whole,
    blockCount: cut.position + 1,
    render: (position) => {
      const above = position === cut.position ? blockAbove(snapshot, cut) : null;
      return above ? renderCut(above) : whole.render(position);
    },
    texts: (position) => {
      const texts = whole.texts(position);
      const beyondCut = referencesBeyond(snapshot, position, end);
      const references = texts.references.map((text, at) => (beyondCut.includes(at) ? null : text));
      return { ...texts, references, beyondCut };
    },
    follow: (position, index) => within(whole.follow(position, index)),
    followAnchor: (anchor) => within(whole.followAnchor(anchor)),
    formulaAt: (place) => within(whole.formulaAt(place)),
    find: (text) => whole.find(text).filter((position) => position <= cut.position),
    excerpt: () => null,
  };
}

const above = new WeakMap<Block, { readonly site: Site; readonly block: Block | null }>();

/** The block up to the cut, the cut with it; `null` where no one block is left. */
function blockAbove({ blocks, site }: Snapshot, { position, end }: Cut): Block | null {
  const whole = blocks.blocks[position];
  if (!whole || whole.text.slice(end).trim() === '') return null;
  const known = above.get(whole);
  if (known?.site === site) return known.block;
  const [block = null, ...others] = scanBlocks(splitLines(whole.text.slice(0, end)), site);
  const only = others.length === 0 ? block : null;
  above.set(whole, { site, block: only });
  return only;
}

/** How many formulas and references of the page, as its numbering counts them, stand above the cut. */
function entriesAbove({ math, firstEntries }: Snapshot, { position, start }: Cut): number {
  const entries = math[position]?.entries ?? [];
  const before = entries.filter((entry) => {
    const { span } = entry.kind === 'formula' ? entry.formula : entry.reference;
    return span.start < start;
  });
  return (firstEntries[position] ?? 0) + before.length;
}

/** The references of a block, by their indices, whose equations stand behind the first `end` entries. */
function referencesBeyond(
  { math, firstEntries, numbers }: Snapshot,
  position: number,
  end: number,
): readonly number[] {
  const first = firstEntries[position] ?? 0;
  const owners = (math[position]?.entries ?? []).flatMap(({ display }, at) => {
    const answers = numbers.answers.get(first + at) ?? [];
    return display.references.map((_, index) => answers[index] ?? null);
  });
  return owners.flatMap((owner, index) => (owner && owner.display >= end ? [index] : []));
}
