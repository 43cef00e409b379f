// What the math tokens of Markdown become: placeholders, or the typeset formulas of a page.
import type { MarkdownIt, RendererRule } from 'markdown-it';
import type { Block, Formula } from '../core/markdown/block.js';
import { toSource } from '../core/text/mapped.js';
import { blockEnv, createBlockEnv, type BlockEnv } from './blockEnv.js';
import type { RenderContext, RowLabels } from './context.js';
import { escapeHtml } from './escapeHtml.js';
import { referencesAlone, type ReferencePart } from './referencesAlone.js';
import { mayDefine } from './translate/definitions.js';
import { displayRows } from './translate/displayRows.js';
import { translateFormula, type TranslatedFormula } from './translate/translate.js';

const mathTokens = ['math_inline', 'math_inline_block', 'math_inline_bare_block', 'math_block'];

export function useMathRenderers(md: MarkdownIt): void {
  for (const type of mathTokens) md.renderer.rules[type] = renderMath;
}

const renderMath: RendererRule = (tokens, at, _options, env) => {
  const token = tokens[at];
  const block = blockEnv(env);
  if (!token) return '';
  const index = Number(token.meta?.['formula'] ?? -1);
  const formula = block?.block.formulas[index];
  if (!block || !formula) return `<code>${escapeHtml(token.content)}</code>`;
  return writeFormula(block, formula, index, token.map === null);
};

/** One formula of a block, as its block shows it; empty where there is no such formula. */
export function renderFormula(
  block: Block,
  context: RenderContext,
  index: number,
  rowLabels: RowLabels,
): string {
  const env = createBlockEnv(block, context, rowLabels);
  const formula = block.formulas[index];
  if (!formula) return '';
  // Macros of the formulas before it are in force.
  for (const { tex, display } of block.formulas.slice(0, index)) {
    if (mayDefine(tex.text)) translate(env, tex.text, display);
  }
  return writeFormula(env, formula, index, false);
}

function writeFormula(
  block: BlockEnv,
  formula: Formula,
  index: number,
  inParagraph: boolean,
): string {
  const rows = block.rowLabels(index);
  const display = formula.display || rows.length > 0;
  const tex = formula.tex.text;
  const alone = display ? null : referencesAlone(tex);
  if (alone) return alone.map((part) => writePart(block, part)).join('');
  const translated = translate(block, tex, display);
  const source = block.block.text.slice(formula.span.start, formula.span.end);
  const html = { source, tex: translated.tex, references: translated.references, index };
  const { writer } = block.context;
  if (!display) return translated.tex === '' ? '' : writer.inline(html);
  const { text } = block.block;
  const line = countLines(text, 0, formula.span.start);
  const endLine = line + countLines(text, formula.span.start, formula.span.end);
  const rowLines = endLine > line ? linesOfRows(text, formula, line) : [];
  const isUnnumberedInError = block.context.site.math === 'katex';
  const place = { line, endLine, rowLines, inParagraph };
  return writer.display({ ...html, rows, ...place, isUnnumberedInError });
}

/** None for a single row: it stands where its display does. */
function linesOfRows(text: string, formula: Formula, firstLine: number): readonly number[] {
  const rows = displayRows(formula.tex.text);
  if (rows.length < 2) return [];
  let at = formula.span.start;
  let line = firstLine;
  return rows.map(({ start }) => {
    const source = Math.max(at, toSource(formula.tex, start));
    line += countLines(text, at, source);
    at = source;
    return line;
  });
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

/** Line ends between two offsets. */
function countLines(text: string, start: number, end: number): number {
  return text.slice(start, end).split(/\r\n|\n|\r/).length - 1;
}
