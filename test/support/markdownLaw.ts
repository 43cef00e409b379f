// The law that ties the scanner to markdown-it: the same formulas, the same blocks, and the same
// page whether a post is rendered whole or block by block. Used on generated text and on a corpus.
import plugin from '@vscode/markdown-it-katex';
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Block } from '../../src/core/markdown/block.js';
import { scanBlocks } from '../../src/core/markdown/scan.js';
import { assumedSite, type MarkdownEngine, type Site } from '../../src/core/site/site.js';
import { splitLines } from '../../src/core/text/lines.js';
import { useMathRules } from '../../src/render/mathRules.js';

type Env = NonNullable<Parameters<MarkdownIt['render']>[1]>;

const mathTypes = new Set([
  'math_inline',
  'math_inline_block',
  'math_inline_bare_block',
  'math_block',
]);

const kinds: Readonly<Record<string, string>> = {
  paragraph_open: 'paragraph',
  math_block: 'paragraph',
  footnote_reference_open: 'paragraph',
  heading_open: 'heading',
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  blockquote_open: 'quote',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  table_open: 'table',
  hr: 'thematicBreak',
};

function siteWith(site: MarkdownEngine | Site): Site {
  return typeof site === 'string' ? { ...assumedSite, markdown: site } : site;
}

/** markdown-it as the preview has it, with formulas shown as their TeX. */
export function mathMarkdown(site: MarkdownEngine | Site): MarkdownIt {
  const md = createMarkdownIt({ html: true });
  const loaded: unknown = plugin;
  const use =
    typeof loaded === 'function' ? loaded : (loaded as { readonly default: unknown }).default;
  md.use(use as (md: MarkdownIt, options: object) => void, { enableBareBlocks: true });
  useMathRules(md, () => siteWith(site));
  md.use(footnotes);
  md.core.ruler.disable('footnote_tail');
  md.inline.ruler.disable('footnote_inline');
  for (const type of mathTypes) {
    md.renderer.rules[type] = (tokens, at) =>
      `<i>${md.utils.escapeHtml(tokens[at]?.content ?? '')}</i>`;
  }
  for (const type of ['footnote_ref', 'footnote_reference_open', 'footnote_reference_close']) {
    md.renderer.rules[type] = (tokens, at) =>
      `<${type} ${String((tokens[at]?.meta as { label?: string } | null)?.label)}>`;
  }
  return md;
}

/** What a reader of a report needs to see of a post's structure, a line for each thing. */
export function scannedThings(blocks: readonly Block[]): string[] {
  const things: string[] = [];
  for (const block of blocks) {
    for (const formula of block.formulas) things.push(describe(formula.display, formula.tex.text));
  }
  return things;
}

export function markdownThings(md: MarkdownIt, text: string): string[] {
  const things: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (mathTypes.has(token.type))
        things.push(describe(token.type !== 'math_inline', token.content));
      if (token.type === 'inline') visit(token.children ?? []);
    }
  };
  visit(md.parse(text, {}));
  return things;
}

function describe(display: boolean, tex: string): string {
  return (display ? 'display ' : 'inline ') + tex;
}

export function scannedOutline(blocks: readonly Block[]): string[] {
  const outline: string[] = [];
  const labels: string[] = [];
  let line = 0;
  for (const block of blocks) {
    const footnote = block.kind === 'paragraph' && /^ {0,3}\[\^[^\] ]+\]:/.test(block.text);
    const place = footnote ? '?' : line;
    if (!silentKinds.has(block.kind)) outline.push(`${place} ${block.kind}`);
    outline.push(...headingsAndFences(block));
    for (const definition of block.linkDefinitions) labels.push(normalizeLabel(definition.label));
    line += block.lineCount;
  }
  return [...outline, ...[...new Set(labels)].sort()];
}

/** In the order in which they stand in the post. */
function headingsAndFences({ headings, fences }: Block): string[] {
  const things = [
    ...headings.map(({ span, level, text }) => ({ at: span.start, shown: `h${level} ${text}` })),
    ...fences.map(({ span, info, body }) => ({
      at: span.start,
      shown: `fence ${info} ${body.text}`,
    })),
  ];
  return things.sort((left, right) => left.at - right.at).map(({ shown }) => shown);
}

const silentKinds = new Set(['frontMatter', 'blank', 'definitions']);

function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** `skipped` lines of front matter stand before the text. Tokens of footnotes know no lines. */
export function markdownOutline(md: MarkdownIt, text: string, skipped: number): string[] {
  const outline: string[] = [];
  const env: Env = {};
  let heading = '';
  for (const token of md.parse(text, env)) {
    const kind = kinds[token.type];
    if (token.level === 0 && kind !== undefined && !isSecondPart(token))
      outline.push(`${token.map === null ? '?' : token.map[0] + skipped} ${kind}`);
    if (token.type === 'fence') outline.push(`fence ${token.info} ${token.content}`);
    if (token.type === 'heading_open') heading = token.tag;
    else if (token.type === 'inline' && heading !== '') outline.push(`${heading} ${token.content}`);
    if (token.type === 'inline') heading = '';
  }
  return [...outline, ...Object.keys(env.references ?? {}).sort()];
}

/** HTML behind a formula in an HTML block. */
function isSecondPart(token: Token): boolean {
  return token.type === 'html_block' && token.map === null;
}

export interface Scanned {
  readonly blocks: readonly Block[];
  /** The post without its front matter. */
  readonly body: string;
  readonly skippedLines: number;
}

export function scanPost(text: string, site: MarkdownEngine | Site): Scanned {
  const blocks = scanBlocks(splitLines(text), siteWith(site));
  const front = blocks[0]?.kind === 'frontMatter' ? blocks[0] : null;
  return { blocks, body: text.slice(front?.text.length ?? 0), skippedLines: front?.lineCount ?? 0 };
}

interface Notes {
  refs?: Record<string, number>;
  list?: unknown[];
}

/** What the whole post defines, as each rendering of it needs to know from its beginning. */
function definitionsOf(md: MarkdownIt, scanned: Scanned): Env {
  const env: Env = {};
  md.parse(scanned.body, env);
  const refs = (env['footnotes'] as Notes | undefined)?.refs;
  const fresh: Env = env.references === undefined ? {} : { references: { ...env.references } };
  if (refs !== undefined) {
    fresh['footnotes'] = { refs: Object.fromEntries(Object.keys(refs).map((name) => [name, -1])) };
  }
  return fresh;
}

/** The page made of its blocks, each rendered alone; link definitions and footnotes are the post's. */
export function renderedByBlock(md: MarkdownIt, scanned: Scanned): string {
  const env = definitionsOf(md, scanned);
  return scanned.blocks
    .filter((block) => block.kind !== 'frontMatter')
    .map(({ text, touchesBefore, touchesAfter }) =>
      md.render(text, { ...structuredClone(env), touchesBefore, touchesAfter }),
    )
    .join('');
}

export function renderedWhole(md: MarkdownIt, scanned: Scanned): string {
  return md.render(scanned.body, definitionsOf(md, scanned));
}
