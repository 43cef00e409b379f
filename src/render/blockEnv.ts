// What the renderers of one block share: markdown-it hands it on as its environment.
import type { Env } from 'markdown-it';
import type { Block } from '../core/markdown/block.js';
import type { LinkTarget, RenderContext, RowLabels } from './context.js';
import type { NumberingMacros } from '../core/numbering/macros.js';
import { remembered } from '../core/remembered.js';

export interface BlockEnv extends Env {
  readonly references: Record<string, LinkTarget>;
  readonly footnotes: FootnoteEnv;
  readonly block: Block;
  readonly touchesBefore: boolean;
  readonly touchesAfter: boolean;
  readonly context: RenderContext;
  readonly rowLabels: RowLabels;
  /** In force at the formula that comes next. */
  macros: NumberingMacros;
  /** The place where the excerpt ends has been written. */
  hasCut: boolean;
}

/** Labels with a colon before them, as markdown-it-footnote keeps them; -1 where not yet used. */
export interface FootnoteEnv {
  readonly refs: Record<string, number>;
  /** Those that were referred to, in order. */
  readonly list?: readonly { readonly label: string }[];
}

/** What markdown-it-footnote must know before it reads a text that does not define them itself. */
export function footnoteEnv(labels: ReadonlySet<string>): FootnoteEnv {
  return { refs: Object.fromEntries([...labels].map((label) => [`:${label}`, -1])) };
}

export function createBlockEnv(
  block: Block,
  context: RenderContext,
  rowLabels: RowLabels,
): BlockEnv {
  return {
    references: shared(context.linkDefinitions),
    footnotes: footnoteEnv(context.footnotes.labels),
    block,
    touchesBefore: block.touchesBefore,
    touchesAfter: block.touchesAfter,
    context,
    rowLabels,
    macros: context.macros,
    hasCut: false,
  };
}

/** The environment of the block that is being rendered; `null` outside `renderBlock`. */
export function blockEnv(env: Env | undefined): BlockEnv | null {
  return env && 'rowLabels' in env ? (env as BlockEnv) : null;
}

/** markdown-it writes the definitions of a block into what it is given, so each gets its own. */
function shared(definitions: ReadonlyMap<string, LinkTarget>): Record<string, LinkTarget> {
  return Object.create(asRecord(definitions)) as Record<string, LinkTarget>;
}

const asRecord = remembered(
  (definitions: ReadonlyMap<string, LinkTarget>): Record<string, LinkTarget> =>
    Object.fromEntries(definitions),
);
