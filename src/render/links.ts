// Links of the post: those that could name a command or a program are text alone.
import type { MarkdownIt } from 'markdown-it';
import { isSafeLink } from './sanitizeHtml.js';

export function useLinks(md: MarkdownIt): void {
  md.renderer.rules['link_open'] = (tokens, at, options, _env, renderer) => {
    const token = tokens[at];
    if (token && !isSafeLink(String(token.attrGet('href') ?? ''))) token.attrs = null;
    return renderer.renderToken(tokens, at, options);
  };
}
