// One block of a post as HTML; a pure function of the block and its context.
import type { Block } from '../core/markdown/block.js';
import type { RenderedBlock } from '../protocol/preview.js';
import { createBlockEnv } from './blockEnv.js';
import type { RenderContext, RowCount } from './context.js';
import { hashText } from './hash.js';
import { markdownFor } from './markdown.js';

export function renderBlock(
  block: Block,
  context: RenderContext,
  rowCount: RowCount,
): RenderedBlock {
  const silent = block.kind === 'frontMatter' || block.kind === 'blank';
  const env = createBlockEnv(block, context, rowCount);
  const html = silent ? '' : markdownFor(context.site).render(block.text, env);
  return { key: hashText(html), html, lineCount: block.lineCount };
}
