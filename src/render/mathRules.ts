// Math in markdown-it, found by the scanner's own matcher: the formulas of the preview are those of
// the post's facts by construction. The names of the tokens are those of VS Code's math plugin.
import type { MarkdownIt, RendererRule, Token } from 'markdown-it';
import type { EngineRules } from '../core/site/engine.js';
import { raw } from '../core/site/raw.js';
import { engineOf } from '../core/site/engines.js';
import type { Site } from '../core/site/site.js';
import { scanHtml } from '../core/markdown/htmlContent.js';
import { scanInline } from '../core/markdown/inline.js';
import type { InlineScan } from '../core/markdown/inlineScan.js';
import type { InlineFormula, InlineReference } from '../core/markdown/visibleMath.js';
import type { OpenQuotes, TextPlace } from '../core/markdown/textPlace.js';
import { takeConstruct, constructsOf, type Constructs } from './constructRules.js';
import { guardInline } from './guardedInline.js';
import { isPageText, quoteMarksOf, useParagraphRules } from './paragraphRules.js';

type InlineState = Parameters<MarkdownIt['inline']['skipToken']>[0];
type CoreState = Parameters<MarkdownIt['core']['process']>[0];

/** What a math token tells of its formula. */
interface MathMeta {
  /** Its index among the formulas of the text that was rendered: of the block, if it was one block. */
  readonly formula: number;
}

/** Takes the place of the plugin's rules. `site` is asked anew for each text. */
export function useMathRules(md: MarkdownIt, site: () => Site): void {
  const rules = (): EngineRules => engineOf(site());
  const plans: Plans = new WeakMap();
  useParagraphRules(md, rules);
  let returns: (line: number) => boolean = never;
  md.core.ruler.before('normalize', 'math_line_ends', ({ src }) => {
    returns = rules().typography === 'goldmark' ? carriageReturns(src) : never;
  });
  md.core.ruler.before('inline', 'math_plan', (state) =>
    planFormulas(state, rules(), plans, returns),
  );
  const inlineMath = (state: InlineState, silent: boolean): boolean =>
    takeFormula(state, silent, plans) || takeOther(state, silent, plans, rules);
  for (const name of ['math_inline', 'math_inline_block', 'math_inline_bare_block']) {
    if (has(md, name)) md.inline.ruler.at(name, inlineMath);
  }
  // Before every rule that could take the first character of a formula.
  if (!has(md, 'math_inline_bare_block'))
    md.inline.ruler.before('text', 'math_inline_bare_block', inlineMath);
  guardInline(md, (state) =>
    rules().protects === 'all' ? null : (plans.get(state.tokens)?.formulas ?? null),
  );
  for (const name of ['math_inline_block', 'math_inline_bare_block']) {
    const renderer = md.renderer.rules[name];
    if (renderer !== undefined) md.renderer.rules[name] = asSpan(renderer);
  }
}

/** By the tokens that the text becomes. */
type Plans = WeakMap<readonly Token[], Plan>;

interface Plan {
  /** The formulas of one paragraph, heading or cell, by where they begin, and what is text like them. */
  readonly formulas: ReadonlyMap<number, Planned>;
  /** Where markdown-it would find others, what else the engine finds. */
  readonly constructs: Constructs | null;
}

type Planned =
  | { readonly formula: InlineFormula; readonly index: number; readonly end: number }
  /** What the engine leaves alone, though the math engine finds no formula in it. */
  | { readonly formula: null; readonly end: number };

function planFormulas(
  state: CoreState,
  rules: EngineRules,
  plans: Plans,
  returns: (line: number) => boolean,
): void {
  let count = 0;
  const tokens: Token[] = [];
  let quotes: OpenQuotes = { single: 0, double: 0 };
  for (const [at, token] of state.tokens.entries()) {
    // A block of the post.
    if (token.level === 0 && token.nesting >= 0) quotes = { single: 0, double: 0 };
    if (token.type === 'html_block') {
      const parts = splitHtml(state, token, count, isPageText(token) ? raw : rules);
      count += parts.filter((part) => part.tag === 'math').length;
      tokens.push(...parts);
      continue;
    }
    tokens.push(token);
    if (token.type === 'math_block') {
      token.meta = { formula: count++ } satisfies MathMeta;
    } else if (token.type === 'inline') {
      const scan = scanInline(token.content, rules, {
        ...placeOf(token, state.tokens[at - 1], returns),
        quotes,
      });
      token.children ??= [];
      const constructs =
        rules.constructs === 'first' || rules.constructs === 'python'
          ? null
          : constructsOf(scan.tokens);
      if (constructs !== null || scan.tokens.length > 0 || scan.formulas.length > 0)
        plans.set(token.children, { formulas: planOf(scan, count), constructs });
      count += scan.formulas.length;
    }
  }
  state.tokens = tokens;
}

/** Which lines end with a carriage return, which markdown-it takes away. */
function carriageReturns(source: string): (line: number) => boolean {
  if (!source.includes('\r\n')) return never;
  const lines = source.split('\n');
  return (line) => lines[line]?.endsWith('\r') === true;
}

const never = (): boolean => false;

function placeOf(
  token: Token,
  around: Token | undefined,
  returnsAt: (line: number) => boolean,
): TextPlace {
  const type = around?.type ?? '';
  const marks = quoteMarksOf(token);
  const returns = returnsAt(token.map?.[0] ?? 0);
  if (type === 'heading_open') return { kind: 'heading', marks, returns };
  if (/^t[hd]_open$/.test(type)) return { kind: 'cell', marks, returns };
  return { kind: around?.hidden === true ? 'item' : 'paragraph', marks, returns };
}

function planOf({ formulas, tokens }: InlineScan, first: number): Plan['formulas'] {
  const plan = new Map<number, Planned>();
  let next = 0;
  for (const { kind, start, end } of tokens) {
    if (kind !== 'formula') continue;
    let at = start;
    while ((formulas[next]?.end ?? Infinity) <= at) next++;
    for (; at < end; next++) {
      const textEnd = Math.min(end, formulas[next]?.start ?? end);
      if (at < textEnd) plan.set(at, { formula: null, end: textEnd });
      at = Math.max(textEnd, Math.min(end, formulas[next]?.end ?? end));
    }
    next = Math.max(0, next - 1);
  }
  for (const [index, formula] of formulas.entries())
    plan.set(formula.start, { formula, index: first + index, end: formula.end });
  return plan;
}

/** An HTML block with its formulas and references as tokens of their own. */
function splitHtml(
  state: CoreState,
  block: Token,
  first: number,
  rules: EngineRules,
): readonly Token[] {
  const { formulas, references } = scanHtml(block.content, rules);
  const shown = state.md.renderer.rules['prose_reference'] === undefined ? [] : references;
  const pieces = [...formulas, ...shown].sort((left, right) => left.start - right.start);
  if (pieces.length === 0) return [block];
  const parts: Token[] = [];
  const add = (type: string, tag: string, content: string): Token => {
    const token = new state.Token(type, tag, 0);
    Object.assign(token, { level: block.level, block: true, content });
    parts.push(token);
    return token;
  };
  let at = 0;
  let index = first;
  for (const piece of pieces) {
    add('html_block', '', block.content.slice(at, piece.start));
    if ('tex' in piece) fillToken(add(tokenType(piece), 'math', ''), piece, index++);
    else fillReference(add('prose_reference', 'a', ''), piece, block.content);
    at = piece.end;
  }
  add('html_block', '', block.content.slice(at));
  const filled = parts.filter((part) => part.type !== 'html_block' || part.content !== '');
  const [head] = filled;
  if (head !== undefined) head.map = block.map;
  return filled;
}

/** As the rule for references in prose fills its tokens. */
function fillReference(token: Token, reference: InlineReference, source: string): void {
  token.content = reference.key;
  token.info = reference.command;
  token.markup = source.slice(reference.start, reference.end);
}

function takeFormula(state: InlineState, silent: boolean, plans: Plans): boolean {
  const planned = plans.get(state.tokens)?.formulas.get(state.pos);
  if (planned === undefined || planned.end > state.posMax) return false;
  if (!silent && planned.formula === null) state.pending += state.src.slice(state.pos, planned.end);
  else if (!silent && planned.formula !== null)
    fillToken(state.push(tokenType(planned.formula), 'math', 0), planned.formula, planned.index);
  state.pos = planned.end;
  return true;
}

function takeOther(
  state: InlineState,
  silent: boolean,
  plans: Plans,
  rules: () => EngineRules,
): boolean {
  const constructs = plans.get(state.tokens)?.constructs ?? null;
  return constructs !== null && takeConstruct(state, silent, constructs, rules());
}

function tokenType(formula: InlineFormula): string {
  if (!formula.display) return 'math_inline';
  return formula.delimiter === 'environment' ? 'math_inline_bare_block' : 'math_inline_block';
}

function fillToken(token: Token, formula: InlineFormula, index: number): Token {
  token.content = formula.tex.text;
  token.markup = formula.delimiter === '$' ? '$' : '$$';
  token.meta = { formula: index } satisfies MathMeta;
  return token;
}

function has(md: MarkdownIt, name: string): boolean {
  return md.inline.ruler.enable(name, true).length > 0;
}

/** The plugin renders every display as a paragraph, which cannot stand in a paragraph. */
function asSpan(renderer: RendererRule): RendererRule {
  return (tokens, at, options, env, self) =>
    renderer(tokens, at, options, env, self)
      .trimEnd()
      .replace(/^<p\b/, '<span')
      .replace(/<\/p>$/, '</span>');
}
