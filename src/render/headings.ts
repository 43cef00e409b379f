// Headings as link targets.
import type { MarkdownIt } from 'markdown-it';
import { headingId } from '../core/post/headingId.js';

export function useHeadings(md: MarkdownIt): void {
  md.renderer.rules['heading_open'] = (tokens, at, options, _env, renderer) => {
    const text = tokens[at + 1]?.content ?? '';
    tokens[at]?.attrSet('id', headingId(text));
    return renderer.renderToken(tokens, at, options);
  };
}
