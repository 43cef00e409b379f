// A snapshot of a post as previews ask for it: HTML by block, kept while its context is the same.
import { blockAtOffset } from '../core/markdown/blockList.js';
import type { Block } from '../core/markdown/block.js';
import type { Row } from '../core/numbering/display.js';
import type { LabelFacts, Snapshot } from '../core/post/facts.js';
import { findAnchor } from '../language/anchor.js';
import { formulaAtPosition } from '../language/formulaAt.js';
import { formulaSource } from '../language/formulaSource.js';
import type {
  BlockResult,
  FormulaDamage,
  PeekedEquation,
  RenderedBlock,
} from '../protocol/preview.js';
import {
  blockTexts,
  formulaTexts,
  isVisible,
  rowLabelsOf,
  rowsOf,
  type FormulaFault,
} from '../render/blockTexts.js';
import type { RenderContext } from '../render/context.js';
import { holdsFootnoteAnchor } from '../render/footnotes.js';
import { renderFormula } from '../render/mathRenderers.js';
import { placeholders } from '../render/placeholders.js';
import { contextAt, type PostContext } from '../render/postContext.js';
import { renderBlock } from '../render/renderBlock.js';
import { excerptOf } from './excerpt.js';
import type { BlockPlace, PreviewedPost } from './postForPreview.js';
import { blockWeight } from './blockWeight.js';
import { toRange } from './convert.js';

export interface PreviewedPostParts {
  readonly snapshot: Snapshot;
  readonly context: PostContext;
  readonly results: (position: number) => readonly BlockResult[];
  readonly faults: (position: number) => readonly FormulaFault[];
  /** Addresses of its links that lead nowhere. */
  readonly deadLinks: (position: number) => readonly string[];
  /** What the checks say that Markdown does to its formulas. */
  readonly damage: (position: number) => readonly FormulaDamage[];
}

/** Blocks that hold what is searched; more are not listed. */
const maxFound = 10_000;

export function createPreviewedPost(parts: PreviewedPostParts): PreviewedPost {
  const { snapshot } = parts;
  const { blocks } = snapshot.blocks;
  const whole: PreviewedPost = {
    blockCount: blocks.length,
    lineCount: (position) => blocks[position]?.lineCount ?? 0,
    weight: (position) => (blocks[position] ? blockWeight(blocks[position]) : 0),
    render: (position) => renderCached(parts, position),
    texts: (position) => ({
      ...blockTexts(snapshot, position, parts.faults(position), parts.results(position)),
      deadLinks: parts.deadLinks(position),
      damage: parts.damage(position),
    }),
    follow: (position, index) => {
      const label = labelOfReference(snapshot, position, index);
      return label ? placeOfLabel(snapshot, label) : null;
    },
    peek: (position, index) => {
      const label = labelOfReference(snapshot, position, index);
      return label ? peekedEquation(parts, label) : null;
    },
    peekAnchor: (anchor) => {
      const found = findAnchor(snapshot.facts, anchor);
      return found?.kind === 'label' ? peekedEquation(parts, found.label) : null;
    },
    followAnchor: (anchor) => placeOfAnchor(snapshot, anchor),
    formulaAt: ({ line, character }) => {
      const found = formulaAtPosition(snapshot.blocks, { line, column: character });
      return found && { position: found.block, formula: found.formula };
    },
    formula: (position, index, row) => {
      const source = formulaSource(snapshot, position, index, row);
      return source && { tex: source.tex, ...toRange(snapshot.lines, source.span) };
    },
    find: (text) => find(blocks, text),
    excerpt: () => {
      const { cut } = parts.context;
      if (!cut) return null;
      const renderCut = (block: Block): RenderedBlock => renderCached(parts, cut.position, block);
      return excerptOf(whole, snapshot, cut, renderCut);
    },
  };
  return whole;
}

interface Cached {
  readonly context: RenderContext;
  readonly rendered: RenderedBlock;
}

const cache = new WeakMap<Block, Cached>();

function renderCached(
  { snapshot, context: post }: PreviewedPostParts,
  position: number,
  block = snapshot.blocks.blocks[position],
): RenderedBlock {
  if (!block) return { key: '', html: '', lineCount: 0 };
  const context = contextAt(post, position, placeholders);
  const cached = cache.get(block);
  if (cached && isSame(cached.context, context)) return cached.rendered;
  const rendered = renderBlock(block, context, (formula) =>
    rowLabelsOf(snapshot, position, formula),
  );
  cache.set(block, { context, rendered });
  return rendered;
}

function isSame(left: RenderContext, right: RenderContext): boolean {
  return (
    left.site === right.site &&
    left.macros === right.macros &&
    left.linkDefinitions === right.linkDefinitions &&
    left.footnotes === right.footnotes &&
    left.firstReferences.join('\n') === right.firstReferences.join('\n') &&
    left.openingHeading === right.openingHeading &&
    left.holdsCut === right.holdsCut
  );
}

/** The label that a reference means, if readers see its number. */
function labelOfReference(
  snapshot: Snapshot,
  position: number,
  index: number,
): LabelFacts | undefined {
  const entries = snapshot.math[position]?.entries ?? [];
  const key = entries.flatMap(({ display }) => display.references)[index]?.key;
  return snapshot.facts.labels.find((label) => label.number !== null && label.key === key);
}

/** The display that has the label, without the block around it. */
function peekedEquation(parts: PreviewedPostParts, label: LabelFacts): PeekedEquation | null {
  const { snapshot, context } = parts;
  const display = snapshot.facts.displays[label.display];
  const block = snapshot.blocks.blocks[display?.block ?? -1];
  if (!display || !block || label.number === null) return null;
  const { block: position, formula } = display;
  const html = renderFormula(block, contextAt(context, position, placeholders), formula, (index) =>
    rowLabelsOf(snapshot, position, index),
  );
  const texts = formulaTexts(snapshot, position, formula, parts.faults(position));
  const before = rowsBefore(snapshot, label, formula);
  return { html, texts, row: before.filter(isVisible).length, post: null };
}

function placeOfLabel(snapshot: Snapshot, label: LabelFacts): BlockPlace | null {
  const display = snapshot.facts.displays[label.display];
  if (!display) return null;
  const position = display.block;
  return { position, row: rowsBefore(snapshot, label, 0).filter(isVisible).length };
}

/** The rows before that of a label, in the displays of its block from the formula `first` on. */
function rowsBefore(snapshot: Snapshot, label: LabelFacts, first: number): readonly Row[] {
  const display = snapshot.facts.displays[label.display];
  const entries = snapshot.math[display?.block ?? -1]?.entries ?? [];
  return entries.flatMap((entry) => {
    if (!display || entry.kind !== 'formula') return [];
    if (entry.index < first || entry.index > display.formula) return [];
    const rows = rowsOf(entry);
    return entry.index < display.formula ? rows : rows.slice(0, label.row);
  });
}

function placeOfAnchor(snapshot: Snapshot, fragment: string): BlockPlace | null {
  const anchor = findAnchor(snapshot.facts, fragment);
  switch (anchor?.kind) {
    case 'label':
      return placeOfLabel(snapshot, anchor.label);
    case 'heading':
      return { position: blockAtOffset(snapshot.blocks, anchor.heading.span.start), row: null };
    case undefined:
      return placeOfFootnote(snapshot, fragment);
  }
}

function placeOfFootnote(snapshot: Snapshot, fragment: string): BlockPlace | null {
  if (!fragment.startsWith('footnote-')) return null;
  const position = snapshot.blocks.blocks.findIndex(({ text }) =>
    holdsFootnoteAnchor(text, fragment),
  );
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
