// Footnotes of a post that is rendered block by block: each stands where it is written, with the number
// that the page gives to it, and links lead there and back.
import type { MarkdownIt, Token } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';
import { blockEnv, footnoteEnv } from './blockEnv.js';
import type { Footnotes } from './context.js';
import { attribute, escapeHtml } from './escapeHtml.js';

export function useFootnotes(md: MarkdownIt): void {
  md.use(footnotePlugin);
  // Its collected list belongs to a whole page, and inline notes have no place outside it.
  md.core.ruler.disable('footnote_tail');
  md.inline.ruler.disable('footnote_inline');
  const { rules } = md.renderer;
  rules['footnote_ref'] = (tokens, at, _options, env) => {
    const { label, isRepeated } = metaOf(tokens[at]);
    const context = blockEnv(env)?.context;
    const isFirst = !isRepeated && context?.firstReferences.includes(label) === true;
    const id = isFirst ? attribute('id', footnoteReferenceId(label)) : '';
    const href = attribute('href', `#${footnoteId(label)}`);
    const shown = shownNumber(label, context?.footnotes);
    return `<sup class="footnote-ref"><a${href}${id} role="doc-noteref">${shown}</a></sup>`;
  };
  rules['footnote_reference_open'] = (tokens, at, _options, env) => {
    const { label } = metaOf(tokens[at]);
    const shown = shownNumber(label, blockEnv(env)?.context.footnotes);
    return (
      `<div class="footnote"${attribute('id', footnoteId(label))}>` +
      `<span class="footnote-label">${shown}</span><div class="footnote-text">`
    );
  };
  rules['footnote_reference_close'] = (tokens, at) => {
    const { label } = metaOf(openingOf(tokens, at));
    const href = attribute('href', `#${footnoteReferenceId(label)}`);
    return `</div><a class="footnote-back"${href} role="doc-backlink">↩</a></div>\n`;
  };
}

/** Labels of the footnotes that a text defines. */
export function footnoteLabels(text: string): readonly string[] {
  return [...text.matchAll(definition)].map((found) => found[1] ?? '');
}

/** Labels of the defined footnotes that a text refers to, each once, in order. */
export function footnoteReferences(
  md: MarkdownIt,
  text: string,
  labels: ReadonlySet<string>,
): readonly string[] {
  const footnotes = footnoteEnv(labels);
  md.parse(text, { references: {}, footnotes });
  return (footnotes.list ?? []).map(({ label }) => label);
}

function footnoteId(label: string): string {
  return `footnote-${label}`;
}

function footnoteReferenceId(label: string): string {
  return `footnote-ref-${label}`;
}

/** Whether a text that speaks of a footnote is the place that the anchor names. */
export function holdsFootnoteAnchor(text: string, anchor: string): boolean {
  const at = /\[\^([^\]\s]+)\]/g;
  const labels = new Set(footnoteLabels(text));
  if ([...labels].some((label) => footnoteId(label) === anchor)) return true;
  return [...text.replace(definition, '').matchAll(at)].some(
    ([, label = '']) => footnoteReferenceId(label) === anchor,
  );
}

const definition = /^ {0,3}\[\^([^\]\s]+)\]:/gm;

function shownNumber(label: string, footnotes: Footnotes | undefined): string {
  return `[${escapeHtml(String(footnotes?.numbers.get(label) ?? label))}]`;
}

/** The token that opened what this one closes: definitions do not nest. */
function openingOf(tokens: readonly Token[], close: number): Token | undefined {
  let at = close;
  while (at > 0 && tokens[at]?.type !== 'footnote_reference_open') at--;
  return tokens[at];
}

function metaOf(token: Token | undefined): {
  readonly label: string;
  readonly isRepeated: boolean;
} {
  const meta: unknown = token?.meta;
  if (typeof meta !== 'object' || meta === null || !('label' in meta)) {
    return { label: '', isRepeated: false };
  }
  return { label: String(meta.label), isRepeated: 'subId' in meta && meta.subId !== 0 };
}
