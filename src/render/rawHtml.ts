// Raw HTML of a post, as the writer of the block lets it through.
import type { MarkdownIt, RendererRule } from 'markdown-it';
import { blockEnv } from './blockEnv.js';

export function useRawHtml(md: MarkdownIt): void {
  const rule: RendererRule = (tokens, at, _options, env) => {
    const html = tokens[at]?.content ?? '';
    return blockEnv(env)?.context.writer.html(html) ?? '';
  };
  md.renderer.rules['html_block'] = rule;
  md.renderer.rules['html_inline'] = rule;
}
