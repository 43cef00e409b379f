// Numbers and references for VS Code's own preview, around the formulas that its math rules find.
import type { Env, MarkdownIt, RendererRule, Token } from 'markdown-it';
import { openSnapshot } from '../core/post/snapshot.js';
import { assumedSite } from '../core/site/site.js';
import { equationHref, equationId } from './anchors.js';
import { attribute, escapeHtml } from './escapeHtml.js';
import { PageNumbering, type FormulaNumbers } from './pageNumbering.js';
import { referencesAlone, type ReferencePart } from './referencesAlone.js';
import { noMacros, type Macros } from './translate/macros.js';
import { translateFormula } from './translate/translate.js';

export interface DecoratorChoices {
  /** Whether the page belongs to a blog that is shown, whatever the page itself says. */
  isShown(env: Env): boolean;
}

const mathTokens = new Set([
  'math_inline',
  'math_inline_block',
  'math_inline_bare_block',
  'math_block',
]);

/** An engine without math rules has nothing to decorate, and stays as it is. */
export function decorateMarkdownIt(md: MarkdownIt, choices: DecoratorChoices): MarkdownIt {
  md.core.ruler.push('postulate_numbers', (state) => {
    const tokens = state.tokens.flatMap((token) => [token, ...(token.children ?? [])]);
    const formulas = tokens.filter(({ type }) => mathTokens.has(type));
    if (formulas.length === 0) return;
    const snapshot = openSnapshot({ path: '', version: 0, text: state.src, site: assumedSite });
    if (snapshot.facts.labels.length === 0 && !choices.isShown(state.env)) return;
    const numbering = new PageNumbering(snapshot);
    let macros = noMacros;
    for (const token of formulas) macros = decorate(token, numbering, macros);
    for (const token of tokens) if (token.type === 'text') linkReferences(token, numbering);
  });
  for (const type of mathTokens) {
    const rule = md.renderer.rules[type];
    if (rule) md.renderer.rules[type] = withNumbers(rule);
  }
  const text = md.renderer.rules['text'];
  if (text) md.renderer.rules['text'] = withLinks(text);
  return md;
}

/** What the renderers need; kept in the token, where no other plugin looks. */
interface Decoration {
  readonly kind: 'formula' | 'html';
  readonly numbers: FormulaNumbers | null;
  readonly html: string;
}

const decorations = new WeakMap<Token, Decoration>();

function decorate(token: Token, numbering: PageNumbering, macros: Macros): Macros {
  const numbers = numbering.take(token.content);
  const display = numbers?.display ?? token.type !== 'math_inline';
  const alone = display ? null : referencesAlone(token.content);
  if (alone) {
    const html = alone.map((part) => partHtml(part, numbering)).join('');
    decorations.set(token, { kind: 'html', numbers: null, html });
    return macros;
  }
  const translated = translateFormula(token.content, {
    display,
    macros,
    colorTakesArgument: false,
  });
  token.content = translated.tex.replace(
    /\\href\{eqref:(\d+)\}\{\\text\{\(0\)\}\}/g,
    (_, at: string) => `\\text{${referenceText(translated.references[Number(at)], numbering)}}`,
  );
  if (display) decorations.set(token, { kind: 'formula', numbers, html: '' });
  return translated.macros;
}

function partHtml(part: ReferencePart, numbering: PageNumbering): string {
  if (typeof part === 'string') return escapeHtml(part);
  const name = numbering.numberOf(part.key) === null ? 'eq-ref unresolved' : 'eq-ref';
  const href = attribute('href', equationHref(part.key));
  return `<a class="${name}"${href}>${escapeHtml(referenceText(part, numbering))}</a>`;
}

function referenceText(
  reference: Exclude<ReferencePart, string> | undefined,
  numbering: PageNumbering,
): string {
  const number = reference ? (numbering.numberOf(reference.key) ?? '???') : '???';
  return reference?.command === 'ref' ? number : `(${number})`;
}

/** `\eqref{…}` outside every formula, which other engines leave as text. */
function linkReferences(token: Token, numbering: PageNumbering): void {
  const parts = token.content.split(/(\\(?:eq)?ref\{[^{}]*\})/);
  if (parts.length === 1) return;
  const html = parts.map((part) => {
    const found = /^\\(eq)?ref\{([^{}]*)\}$/.exec(part);
    if (!found) return escapeHtml(part);
    return partHtml({ command: found[1] ? 'eqref' : 'ref', key: found[2] ?? '' }, numbering);
  });
  decorations.set(token, { kind: 'html', numbers: null, html: html.join('') });
}

function withLinks(rule: RendererRule): RendererRule {
  return (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    return (token && decorations.get(token)?.html) ?? rule(tokens, at, options, env, renderer);
  };
}

function withNumbers(rule: RendererRule): RendererRule {
  return (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const decoration = token && decorations.get(token);
    if (decoration?.kind === 'html') return decoration.html;
    const html = rule(tokens, at, options, env, renderer);
    return decoration ? displayHtml(html, decoration.numbers, token) : html;
  };
}

/** The paragraph of VS Code's rules would end the paragraph in which a bare environment stands. */
function displayHtml(html: string, numbers: FormulaNumbers | null, token: Token): string {
  const inner = html
    .trim()
    .replace(/^<p\b/, '<span')
    .replace(/<\/p>$/, '</span>');
  const slots = inner.split('<span class="eqn-num"></span>');
  const rows = numbers?.rows ?? [];
  const filled = slots.map((part, at) => {
    if (at === slots.length - 1) return part;
    const row = slots.length - 1 === rows.length ? rows[at] : undefined;
    const id = row && row.label !== null ? attribute('id', equationId(row.label)) : '';
    return `${part}<span class="eq-number"${id}>${escapeHtml(row?.text ?? '')}</span>`;
  });
  const lines = token.map
    ? `${attribute('data-line', token.map[0])}${attribute('data-end-line', Math.max(token.map[0], token.map[1] - 1))}`
    : '';
  return `<span class="display"${lines}>${filled.join('')}</span>\n`;
}
