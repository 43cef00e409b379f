// Numbers and references for VS Code's own preview, around the formulas that its math rules find.
import type { Env, MarkdownIt, RendererRule, Token } from 'markdown-it';
import { readMacroFile } from '../core/numbering/macroFile.js';
import { noMacros } from '../core/numbering/macros.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { Site } from '../core/site/site.js';
import { equationHref, equationId } from './anchors.js';
import { attribute, escapeHtml } from './escapeHtml.js';
import { PageNumbering, type FormulaNumbers } from './pageNumbering.js';
import { referencesAlone, type ReferencePart } from './referencesAlone.js';
import { fromNumbering, type Macros } from './translate/macros.js';
import { translateFormula } from './translate/translate.js';

export interface DecoratorChoices {
  /** How the page with this source is made; `null` where no blog is shown, or where it is not known yet. */
  settingOf(source: string): PageSetting | null;
}

export interface PageSetting {
  readonly site: Site;
  /** The macros of the blog, as TeX defines them. */
  readonly definitions: readonly string[];
}

const mathTokens = new Set([
  'math_inline',
  'math_inline_block',
  'math_inline_bare_block',
  'math_block',
]);

/** An engine without math rules has nothing to decorate, and stays as it is. */
export function decorateMarkdownIt(md: MarkdownIt, choices: DecoratorChoices): MarkdownIt {
  const rules = [...mathTokens].filter((type) => md.renderer.rules[type]);
  if (rules.length === 0) return md;
  const pages = new WeakMap<Env, PageNumbering>();
  md.core.ruler.before('normalize', 'postulate_page', (state) => {
    const page = readPage(state.src, choices);
    if (page) pages.set(state.env, page);
  });
  md.inline.ruler.before('escape', 'postulate_environment', (state, silent) =>
    takeEnvironment(state, silent, pages.get(state.env)),
  );
  md.core.ruler.push('postulate_numbers', (state) => {
    const page = pages.get(state.env);
    if (page) decorateAll(state.tokens, page);
  });
  for (const type of rules) {
    const rule = md.renderer.rules[type];
    if (rule) md.renderer.rules[type] = withNumbers(rule);
  }
  const text = md.renderer.rules['text'];
  if (text) md.renderer.rules['text'] = withLinks(text);
  return md;
}

function readPage(text: string, choices: DecoratorChoices): PageNumbering | null {
  if (!/\\begin|\\(?:eq)?ref|\$/.test(text)) return null;
  const setting = choices.settingOf(text);
  if (!setting) return null;
  const { macros } = readMacroFile(setting.definitions.join('\n'), noMacros);
  return new PageNumbering(
    openSnapshot({ path: '', version: 0, text, site: setting.site, macros }),
    fromNumbering(macros),
  );
}

type InlineState = Parameters<MarkdownIt['inline']['skipToken']>[0];

/** Some versions of VS Code do not read a bare environment as a formula. */
function takeEnvironment(
  state: InlineState,
  silent: boolean,
  page: PageNumbering | undefined,
): boolean {
  if (!page || silent || !state.src.startsWith('\\begin', state.pos)) return false;
  const tex = page.environmentAt(state.src, state.pos);
  if (tex === null) return false;
  state.push('math_inline_bare_block', 'math', 0).content = tex;
  state.pos += tex.length;
  return true;
}

function decorateAll(tokens: readonly Token[], page: PageNumbering): void {
  let { macros } = page;
  for (const token of tokens.flatMap((token) => [token, ...(token.children ?? [])])) {
    if (mathTokens.has(token.type)) macros = decorate(token, page, macros);
    else if (token.type === 'text') linkReferences(token, page);
  }
}

/** What the renderers need; kept in the token, where no other plugin looks. */
interface Decoration {
  readonly kind: 'formula' | 'html';
  readonly numbers: FormulaNumbers | null;
  readonly html: string;
}

const decorations = new WeakMap<Token, Decoration>();

function decorate(token: Token, page: PageNumbering, macros: Macros): Macros {
  const numbers = page.take(token.content);
  const display = numbers?.display ?? token.type !== 'math_inline';
  const alone = display ? null : referencesAlone(token.content);
  if (alone) {
    const html = alone.map((part) => partHtml(part, page)).join('');
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
    (_, at: string) => `\\text{${referenceText(translated.references[Number(at)], page)}}`,
  );
  if (display) decorations.set(token, { kind: 'formula', numbers, html: '' });
  return translated.macros;
}

function partHtml(part: ReferencePart, page: PageNumbering): string {
  if (typeof part === 'string') return escapeHtml(part);
  const name = page.numberOf(part.key) === null ? 'eq-ref unresolved' : 'eq-ref';
  const href = attribute('href', equationHref(part.key));
  return `<a class="${name}"${href}>${escapeHtml(referenceText(part, page))}</a>`;
}

function referenceText(
  reference: Exclude<ReferencePart, string> | undefined,
  page: PageNumbering,
): string {
  const number = reference ? (page.numberOf(reference.key) ?? '???') : '???';
  return reference?.command === 'ref' ? number : `(${number})`;
}

/** `\eqref{…}` outside every formula, which other engines leave as text. */
function linkReferences(token: Token, page: PageNumbering): void {
  const parts = token.content.split(/(\\(?:eq)?ref\{[^{}]*\})/);
  if (parts.length === 1) return;
  const html = parts.map((part) => {
    const found = /^\\(eq)?ref\{([^{}]*)\}$/.exec(part);
    if (!found) return escapeHtml(part);
    return partHtml({ command: found[1] ? 'eqref' : 'ref', key: found[2] ?? '' }, page);
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
