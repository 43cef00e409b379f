// One block of a post as HTML; a pure function of the block and its context.
import type { Block } from '../core/markdown/block.js';
import type { RenderedBlock } from '../protocol/preview.js';
import { createBlockEnv } from './blockEnv.js';
import type { RenderContext, RowLabels } from './context.js';
import { hashText } from '../core/text/hash.js';
import { markdownFor } from './markdown.js';
import { postHead } from './postHead.js';

export function renderBlock(
  block: Block,
  context: RenderContext,
  rowLabels: RowLabels,
): RenderedBlock {
  const html = htmlOf(block, context, rowLabels);
  return { key: hashText(html), html, lineCount: block.lineCount };
}

function htmlOf(block: Block, context: RenderContext, rowLabels: RowLabels): string {
  switch (block.kind) {
    case 'blank':
      return '';
    case 'frontMatter':
      return postHead(block, context.openingHeading);
    default:
      return markdownFor(context.site).render(
        block.text,
        createBlockEnv(block, context, rowLabels),
      );
  }
}
