// Footnotes of a post that is rendered block by block: each stands where it is written.
import type { MarkdownIt } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { attribute, escapeHtml } from './escapeHtml.js';

export function useFootnotes(md: MarkdownIt): void {
  md.use(footnotePlugin);
  // Its collected list belongs to a whole page, and inline notes have no place outside it.
  md.core.ruler.disable('footnote_tail');
  md.inline.ruler.disable('footnote_inline');
  const { rules } = md.renderer;
  rules['footnote_ref'] = (tokens, at) => {
    const label = labelOf(tokens[at]?.meta);
    const target = attribute('href', `#footnote-${label}`);
    return `<sup class="footnote-ref"><a${target}>[${escapeHtml(label)}]</a></sup>`;
  };
  rules['footnote_reference_open'] = (tokens, at) => {
    const label = labelOf(tokens[at]?.meta);
    const id = attribute('id', `footnote-${label}`);
    return `<div class="footnote"${id}><span class="footnote-label">[${escapeHtml(label)}]</span>`;
  };
  rules['footnote_reference_close'] = () => '</div>\n';
}

/** Labels of the footnotes that a text defines. */
export function footnoteLabels(text: string): readonly string[] {
  return [...text.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map((found) => found[1] ?? '');
}

function labelOf(meta: unknown): string {
  return typeof meta === 'object' && meta !== null && 'label' in meta ? String(meta.label) : '';
}
