// A whole post as one page that needs nothing beside itself.
import type { Block } from '../core/markdown/block.js';
import type { Snapshot } from '../core/post/facts.js';
import { languageOf } from '../protocol/language.js';
import type { BlockResult } from '../protocol/preview.js';
import { typesetMessages, type TypesetMessages } from '../protocol/typesetting.js';
import { rowLabelsOf, type FormulaFault } from './blockTexts.js';
import { escapeHtml } from './escapeHtml.js';
import { pageTexts } from './pageTexts.js';
import { createPageWriter } from './pageWriter.js';
import { contextAt, openContext, type PostContext } from './postContext.js';
import { renderBlock } from './renderBlock.js';

export interface PageParts {
  readonly snapshot: Snapshot;
  readonly faults: (position: number) => readonly FormulaFault[];
  readonly messages: TypesetMessages;
  readonly results: (position: number) => readonly BlockResult[];
  /** Where the post says none. */
  readonly title: string;
  /** Style sheets in full, with their fonts in them. */
  readonly styles: readonly string[];
  readonly remoteImages: boolean;
}

/** A page in pieces, for whoever cannot wait for all of it at once. */
export interface PagePieces {
  readonly head: string;
  readonly blockCount: number;
  readonly block: (position: number) => string;
  readonly foot: string;
}

/** `translations`: English text → text in the reader's language. */
export function typesetMessagesIn(translations: Readonly<Record<string, string>>): TypesetMessages {
  const { tooLong, tooDeep } = typesetMessages;
  return { tooLong: translations[tooLong] ?? tooLong, tooDeep: translations[tooDeep] ?? tooDeep };
}

export function renderPage(parts: PageParts): string {
  const { head, blockCount, block, foot } = pagePieces(parts);
  const blocks = Array.from({ length: blockCount }, (_, position) => block(position));
  return head + blocks.join('') + foot;
}

export function pagePieces(parts: PageParts): PagePieces {
  const { blocks } = parts.snapshot.blocks;
  const context = openContext(parts.snapshot.site, blocks, parts.snapshot.math[0]?.macrosBefore);
  return {
    head: headOf(parts),
    blockCount: blocks.length,
    block: (position) => blockOf(parts, context, position),
    foot: '</main>\n</body>\n</html>\n',
  };
}

function headOf(parts: PageParts): string {
  const { snapshot, styles } = parts;
  const title = snapshot.facts.title ?? parts.title;
  const language = languageOf(snapshot.blocks.blocks.map(proseOf).join('')) ?? 'en';
  const sheets = styles.map(
    (style) => `<style>\n${style.replace(/<\/style/gi, '<\\/style')}\n</style>\n`,
  );
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(parts.remoteImages)}">
<title>${escapeHtml(title)}</title>
${sheets.join('')}</head>
<body class="vscode-body">
<main class="postulate">
`;
}

/** Without formulas and code. */
function proseOf({ kind, text, formulas }: Block): string {
  if (kind === 'code') return '';
  const starts = [0, ...formulas.map(({ span }) => span.end)];
  return starts.map((start, at) => text.slice(start, formulas[at]?.span.start)).join(' ');
}

function blockOf(parts: PageParts, context: PostContext, position: number): string {
  const { snapshot, faults, results, messages } = parts;
  const block = snapshot.blocks.blocks[position];
  if (!block) return '';
  const texts = pageTexts(snapshot, position, faults(position), results(position));
  const writer = createPageWriter(texts, messages);
  // Where the excerpt ends is for the author alone.
  const here = { ...contextAt(context, position, writer), holdsCut: false };
  const { html } = renderBlock(block, here, (formula) => rowLabelsOf(snapshot, position, formula));
  return html === '' ? '' : `<div class="block">${html}</div>\n`;
}

/** A page shows and never runs. */
function policy(remoteImages: boolean): string {
  return [
    `default-src 'none'`,
    `style-src 'unsafe-inline'`,
    `font-src data:`,
    `img-src 'self' file: data:${remoteImages ? ' https: http:' : ''}`,
  ].join('; ');
}
