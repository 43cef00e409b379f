// Raw HTML of a post, as the writer of the block lets it through.
import type { MarkdownIt, RendererRule } from 'markdown-it';
import { blockEnv } from './blockEnv.js';

export function useRawHtml(md: MarkdownIt): void {
  const rule: RendererRule = (tokens, at, _options, env) => {
    const block = blockEnv(env);
    if (!block) return '';
    const { context } = block;
    const html = tokens[at]?.content ?? '';
    const found = context.holdsCut && !block.hasCut ? cut.exec(html) : null;
    if (!found) return context.writer.html(html);
    block.hasCut = true;
    const above = context.writer.html(html.slice(0, found.index));
    const below = context.writer.html(html.slice(found.index + found[0].length));
    return `${above}<span class="post-cut"></span>${below}`;
  };
  md.renderer.rules['html_block'] = rule;
  md.renderer.rules['html_inline'] = rule;
}

/** The writer drops it with the other comments: only the preview shows where the excerpt ends. */
const cut = /<!--\s*more\s*-->/i;
