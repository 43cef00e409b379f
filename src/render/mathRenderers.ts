// What the math tokens of Markdown become: placeholders, or the typeset formulas of a page.
import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import type { Formula } from '../core/markdown/block.js';
import { blockEnv, takeFormula, type BlockEnv } from './blockEnv.js';
import type { DisplayHtml } from './context.js';
import { escapeHtml } from './escapeHtml.js';
import { referencesAlone, type ReferencePart } from './referencesAlone.js';
import { translateFormula, type TranslatedFormula } from './translate/translate.js';

const mathTokens = ['math_inline', 'math_inline_block', 'math_inline_bare_block', 'math_block'];

export function useMathRenderers(md: MarkdownIt): void {
  for (const type of mathTokens) md.renderer.rules[type] = renderMath;
}

const renderMath: RendererRule = (tokens, at, _options, env) => {
  const token = tokens[at];
  const block = blockEnv(env);
  if (!token) return '';
  if (!block) return `<code>${escapeHtml(token.content)}</code>`;
  const taken = takeFormula(block, token.content);
  if (!taken) return writeFormula(block, token, null, null);
  return writeFormula(block, token, taken.formula, taken.index);
};

/** A formula that the block does not list is written all the same, from its token. */
function writeFormula(
  block: BlockEnv,
  token: Token,
  formula: Formula | null,
  index: number | null,
): string {
  const tex = formula ? formula.tex.text : token.content;
  const display = formula ? formula.display : token.type !== 'math_inline';
  const alone = display ? null : referencesAlone(tex);
  if (alone) return alone.map((part) => writePart(block, part)).join('');
  const translated = translate(block, tex, display);
  const source = formula ? sourceOf(block, formula) : token.content;
  const html = { source, tex: translated.tex, references: translated.references, index };
  const { writer } = block.context;
  if (display) return writer.display({ ...html, ...placeOf(block, token, formula, index) });
  return translated.tex === '' ? '' : writer.inline(html);
}

function writePart(block: BlockEnv, part: ReferencePart): string {
  return typeof part === 'string' ? escapeHtml(part) : block.context.writer.reference(part);
}

function translate(block: BlockEnv, tex: string, display: boolean): TranslatedFormula {
  const translated = translateFormula(tex, {
    display,
    macros: block.macros,
    colorTakesArgument: block.context.site.math === 'mathjax2',
  });
  block.macros = translated.macros;
  return translated;
}

function sourceOf(block: BlockEnv, formula: Formula): string {
  return block.block.text.slice(formula.span.start, formula.span.end);
}

type Place = Pick<DisplayHtml, 'rows' | 'line' | 'endLine' | 'inParagraph'>;

function placeOf(
  block: BlockEnv,
  token: Token,
  formula: Formula | null,
  index: number | null,
): Place {
  const inParagraph = token.map === null;
  if (!formula || index === null) {
    const [line, end] = token.map ?? [0, 1];
    return { rows: 1, line, endLine: Math.max(line, end - 1), inParagraph };
  }
  const { text } = block.block;
  const rows = Math.max(1, block.rowCount(index));
  const line = countLines(text, 0, formula.span.start);
  const endLine = line + countLines(text, formula.span.start, formula.span.end);
  return { rows, line, endLine, inParagraph };
}

/** Line ends between two offsets. */
function countLines(text: string, start: number, end: number): number {
  return text.slice(start, end).split(/\r\n|\n|\r/).length - 1;
}
