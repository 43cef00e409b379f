// Macros, link definitions and footnotes as states over the blocks of a post, kept under edits.
import type { MarkdownIt } from 'markdown-it';
import type { Block } from '../core/markdown/block.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { cutOf, type Cut } from '../core/post/cut.js';
import type { Site } from '../core/site/site.js';
import {
  noFootnotes,
  type BlockWriter,
  type Footnotes,
  type LinkTarget,
  type RenderContext,
} from './context.js';
import { footnoteLabels, footnoteReferences } from './footnotes.js';
import { openingHeading } from './postHead.js';
import { markdownFor } from './markdown.js';
import { mayDefine } from './translate/definitions.js';
import { translateFormula } from './translate/translate.js';

/** A block from which others take something, and where it stands. */
interface Giver {
  readonly position: number;
  readonly block: Block;
}

export interface PostContext {
  readonly site: Site;
  /** Before the first block: those of the blog. */
  readonly blogMacros: NumberingMacros;
  readonly givers: readonly Giver[];
  /** The macros in force from a block on, in order of `from`; the first entry is of block 0. */
  readonly macros: readonly { readonly from: number; readonly macros: NumberingMacros }[];
  readonly linkDefinitions: ReadonlyMap<string, LinkTarget>;
  readonly footnotes: Footnotes;
  /** The labels of footnotes by the block that is the first to refer to them. */
  readonly firstReferences: ReadonlyMap<Block, readonly string[]>;
  readonly openingHeading: string | null;
  readonly cut: Cut | null;
}

export function openContext(
  site: Site,
  blocks: readonly Block[],
  blogMacros: NumberingMacros = noMacros,
): PostContext {
  const givers = giversIn(blocks, 0, blocks.length);
  return buildContext(site, blogMacros, blocks, givers, null);
}

/** The context after blocks `from` to `from + removed` became `inserted` blocks. */
export function editContext(
  previous: PostContext,
  blocks: readonly Block[],
  change: { readonly from: number; readonly removed: number; readonly inserted: number },
): PostContext {
  const shift = change.inserted - change.removed;
  const behind = change.from + change.removed;
  const givers = [
    ...previous.givers.filter(({ position }) => position < change.from),
    ...giversIn(blocks, change.from, change.from + change.inserted),
    ...previous.givers
      .filter(({ position }) => position >= behind)
      .map(({ position, block }) => ({ position: position + shift, block })),
  ];
  return buildContext(previous.site, previous.blogMacros, blocks, givers, previous);
}

export function contextAt(
  context: PostContext,
  position: number,
  writer: BlockWriter,
): RenderContext {
  let macros = noMacros;
  for (const state of context.macros) {
    if (state.from > position) break;
    macros = state.macros;
  }
  const openingHeading = position === 0 ? context.openingHeading : null;
  const holdsCut = position === context.cut?.position;
  const giver = context.givers.find((candidate) => candidate.position === position);
  const firstReferences = (giver && context.firstReferences.get(giver.block)) ?? none;
  const { site, linkDefinitions, footnotes } = context;
  return {
    site,
    macros,
    linkDefinitions,
    footnotes,
    firstReferences,
    openingHeading,
    holdsCut,
    writer,
  };
}

function giversIn(blocks: readonly Block[], start: number, end: number): readonly Giver[] {
  const givers: Giver[] = [];
  for (let position = start; position < end; position++) {
    const block = blocks[position];
    if (block && gives(block)) givers.push({ position, block });
  }
  return givers;
}

function gives(block: Block): boolean {
  return (
    block.linkDefinitions.length > 0 ||
    block.text.includes('[^') ||
    block.formulas.some((formula) => mayDefine(formula.tex.text))
  );
}

/** Keeps what did not change by identity, so that blocks rendered with it stay valid. */
function buildContext(
  site: Site,
  blogMacros: NumberingMacros,
  blocks: readonly Block[],
  givers: readonly Giver[],
  previous: PostContext | null,
): PostContext {
  const sameBlocks =
    previous?.givers.length === givers.length &&
    givers.every(({ block }, at) => block === previous.givers[at]?.block);
  const { linkDefinitions, footnotes, firstReferences } = sameBlocks
    ? previous
    : collect(givers, markdownFor(site), previous?.footnotes ?? noFootnotes);
  return {
    site,
    blogMacros,
    givers,
    macros: macroStates(blogMacros, givers),
    linkDefinitions,
    footnotes,
    firstReferences,
    openingHeading: openingHeading(blocks),
    cut: cutOf(blocks),
  };
}

function collect(
  givers: readonly Giver[],
  md: MarkdownIt,
  previous: Footnotes,
): Pick<PostContext, 'linkDefinitions' | 'footnotes' | 'firstReferences'> {
  const linkDefinitions = new Map<string, LinkTarget>();
  for (const { block } of givers) {
    for (const { label, target, title } of block.linkDefinitions) {
      const key = md.utils.normalizeReference(label);
      const href = md.normalizeLink(target);
      if (!linkDefinitions.has(key) && md.validateLink(href)) {
        linkDefinitions.set(key, { href, title });
      }
    }
  }
  return { linkDefinitions, ...collectFootnotes(givers, md, previous) };
}

/** Those of before, if they are the same: then no block must be rendered anew. */
function collectFootnotes(
  givers: readonly Giver[],
  md: MarkdownIt,
  previous: Footnotes,
): Pick<PostContext, 'footnotes' | 'firstReferences'> {
  const speaking = givers.filter(({ block }) => block.text.includes('[^'));
  const labels = new Set(speaking.flatMap(({ block }) => footnoteLabels(block.text)));
  const numbers = new Map<string, number>();
  const firstReferences = new Map<Block, readonly string[]>();
  if (labels.size > 0) {
    for (const { block } of speaking) {
      const first = referencesIn(block, md, labels).filter((label) => !numbers.has(label));
      for (const label of first) numbers.set(label, numbers.size + 1);
      if (first.length > 0) firstReferences.set(block, first);
    }
  }
  const isSame =
    sameItems([...labels], [...previous.labels]) &&
    sameItems([...numbers.keys()], [...previous.numbers.keys()]);
  return { footnotes: isSame ? previous : { labels, numbers }, firstReferences };
}

const none: readonly string[] = [];

const referencesOf = new WeakMap<
  Block,
  { readonly labels: string; readonly references: readonly string[] }
>();

function referencesIn(
  block: Block,
  md: MarkdownIt,
  labels: ReadonlySet<string>,
): readonly string[] {
  const key = [...labels].join('\n');
  const known = referencesOf.get(block);
  if (known?.labels === key) return known.references;
  const references = footnoteReferences(md, block.text, labels);
  referencesOf.set(block, { labels: key, references });
  return references;
}

function sameItems(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, at) => item === right[at]);
}

function macroStates(blogMacros: NumberingMacros, givers: readonly Giver[]): PostContext['macros'] {
  const states: { from: number; macros: NumberingMacros }[] = [{ from: 0, macros: blogMacros }];
  let macros = blogMacros;
  for (const { position, block } of givers) {
    const after = macrosBehind(block, macros);
    if (after !== macros) states.push({ from: position + 1, macros: after });
    macros = after;
  }
  return states;
}

const behindOf = new WeakMap<
  Block,
  { readonly before: NumberingMacros; readonly after: NumberingMacros }
>();

/** The macros in force behind a block: the same object where it defines nothing. */
function macrosBehind(block: Block, before: NumberingMacros): NumberingMacros {
  const known = behindOf.get(block);
  if (known?.before === before) return known.after;
  let macros = before;
  for (const { tex, display } of block.formulas) {
    if (!mayDefine(tex.text)) continue;
    macros = translateFormula(tex.text, { display, macros, colorTakesArgument: false }).macros;
  }
  behindOf.set(block, { before, after: macros });
  return macros;
}
