// Raw HTML of a post, as the writer of the block lets it through.
import type { MarkdownIt, RendererRule } from 'markdown-it';
import { blockEnv } from './blockEnv.js';

export function useRawHtml(md: MarkdownIt): void {
  const rule: RendererRule = (tokens, at, _options, env) => {
    const block = blockEnv(env);
    if (!block) return '';
    const html = block.context.writer.html(tokens[at]?.content ?? '');
    if (!block.context.holdsCut || block.hasCut || !cut.test(html)) return html;
    block.hasCut = true;
    return html.replace(cut, '<span class="post-cut"></span>');
  };
  md.renderer.rules['html_block'] = rule;
  md.renderer.rules['html_inline'] = rule;
}

/** What sanitizes drops it with the other comments: only the preview shows where the excerpt ends. */
const cut = /<!--\s*more\s*-->/i;
