// Numbers and references for VS Code's own preview, around the formulas that its math rules find.
import type { Env, MarkdownIt, RendererRule, Token } from 'markdown-it';
import { readMacroFile } from '../core/numbering/macroFile.js';
import { noMacros, type NumberingMacros } from '../core/numbering/macros.js';
import { FormulaMatcher } from '../core/markdown/formula.js';
import { openSnapshot } from '../core/post/snapshot.js';
import type { Site } from '../core/site/site.js';
import { equationHref, equationId } from './anchors.js';
import { attribute, escapeHtml } from './escapeHtml.js';
import { PageNumbering, type FormulaNumbers } from './pageNumbering.js';
import { referencesAlone, type ReferencePart } from './referencesAlone.js';
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
  const pages = new WeakMap<Env, Page>();
  // A page inside of a page may have the same environment.
  const parsed = new WeakMap<object, Page>();
  const drawing = new Drawing();
  md.core.ruler.before('normalize', 'postulate_page', (state) => {
    const page = pageOf(state.src, choices);
    if (!page) return;
    pages.set(state.env, page);
    parsed.set(state, page);
  });
  md.inline.ruler.before(
    'escape',
    'postulate_environment',
    (state, silent) => !silent && pages.has(state.env) && takeEnvironment(state),
  );
  md.core.ruler.push('postulate_numbers', (state) => {
    const [first] = state.tokens;
    const page = parsed.get(state);
    if (page && first) drawing.pages.set(first, page);
  });
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env) =>
    drawing.of(tokens, () => render(tokens, options, env));
  for (const type of rules) {
    const rule = md.renderer.rules[type];
    if (rule) md.renderer.rules[type] = withNumbers(rule, drawing);
  }
  const text = md.renderer.rules['text'];
  if (text) md.renderer.rules['text'] = withLinks(text, drawing);
  return md;
}

/** A page is parsed far more often than it is drawn: only what is drawn is numbered. */
class Page {
  readonly #text: string;
  readonly #setting: PageSetting;
  #numbering: PageNumbering | null = null;
  #macros: NumberingMacros | null = null;

  constructor(text: string, setting: PageSetting) {
    this.#text = text;
    this.#setting = setting;
  }

  get numbering(): PageNumbering {
    this.#numbering ??= this.#read();
    return this.#numbering;
  }

  /** Those in force at the formula that is drawn next. */
  get macros(): NumberingMacros {
    return this.#macros ?? this.numbering.macros;
  }

  set macros(macros: NumberingMacros) {
    this.#macros = macros;
  }

  #read(): PageNumbering {
    const { site, definitions } = this.#setting;
    const { macros } = readMacroFile(definitions.join('\n'), noMacros);
    return new PageNumbering(
      openSnapshot({ path: '', version: 0, text: this.#text, site, macros }),
    );
  }
}

function pageOf(text: string, choices: DecoratorChoices): Page | null {
  if (!/\\begin|\\(?:eq)?ref|\$/.test(text)) return null;
  const setting = choices.settingOf(text);
  return setting && new Page(text, setting);
}

type InlineState = Parameters<MarkdownIt['inline']['skipToken']>[0];

/** Some versions of VS Code do not read a bare environment as a formula. */
function takeEnvironment(state: InlineState): boolean {
  if (!state.src.startsWith('\\begin', state.pos)) return false;
  const found = new FormulaMatcher(state.src, null).match(state.pos);
  if (found?.delimiter !== 'environment') return false;
  const tex = state.src.slice(found.start, found.end);
  state.push('math_inline_bare_block', 'math', 0).content = tex;
  state.pos = found.end;
  return true;
}

/** What is drawn in the place of a token; kept beside it, where no other plugin looks. */
type Decoration =
  | { readonly kind: 'formula'; readonly numbers: FormulaNumbers | null }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'none' };

const undecorated: Decoration = { kind: 'none' };

/** The page whose tokens are being drawn. */
class Drawing {
  /** By the first token of each, which an engine that draws is given without its environment. */
  readonly pages = new WeakMap<Token, Page>();
  readonly #decorations = new WeakMap<Token, Decoration>();
  #page: Page | undefined;

  of(tokens: readonly Token[], draw: () => string): string {
    const outer = this.#page;
    // Other plugins may have put tokens before the first.
    const first = tokens.find((token) => this.pages.has(token));
    this.#page = first && this.pages.get(first);
    try {
      return draw();
    } finally {
      this.#page = outer;
    }
  }

  /** Tokens are drawn in their order, each perhaps more than once. */
  decoration(token: Token, decorate: (token: Token, page: Page) => Decoration): Decoration {
    if (!this.#page) return undecorated;
    let decoration = this.#decorations.get(token);
    if (!decoration) {
      decoration = decorate(token, this.#page);
      this.#decorations.set(token, decoration);
    }
    return decoration;
  }
}

function decorateFormula(token: Token, page: Page): Decoration {
  const { numbering } = page;
  const numbers = numbering.take(token.content);
  const display = numbers?.display ?? token.type !== 'math_inline';
  const alone = display ? null : referencesAlone(token.content);
  if (alone) return { kind: 'html', html: alone.map((part) => partHtml(part, numbering)).join('') };
  const { macros } = page;
  const translated = translateFormula(token.content, {
    display,
    macros,
    colorTakesArgument: false,
  });
  page.macros = translated.macros;
  token.content = translated.tex.replace(
    /\\href\{eqref:(\d+)\}\{\\text\{\(0\)\}\}/g,
    (_, at: string) => `\\text{${referenceText(translated.references[Number(at)], numbering)}}`,
  );
  return display ? { kind: 'formula', numbers } : undecorated;
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
function decorateText(token: Token, { numbering }: Page): Decoration {
  const html = token.content.split(referencePattern).map((part) => {
    const found = /^\\(eq)?ref\{([^{}]*)\}$/.exec(part);
    if (!found) return escapeHtml(part);
    return partHtml({ command: found[1] ? 'eqref' : 'ref', key: found[2] ?? '' }, numbering);
  });
  return { kind: 'html', html: html.join('') };
}

const referencePattern = /(\\(?:eq)?ref\{[^{}]*\})/;

function withLinks(rule: RendererRule, drawing: Drawing): RendererRule {
  return (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const holdsReference = token !== undefined && referencePattern.test(token.content);
    const decoration = holdsReference ? drawing.decoration(token, decorateText) : undecorated;
    return decoration.kind === 'html' ? decoration.html : rule(tokens, at, options, env, renderer);
  };
}

function withNumbers(rule: RendererRule, drawing: Drawing): RendererRule {
  return (tokens, at, options, env, renderer) => {
    const token = tokens[at];
    const decoration = token ? drawing.decoration(token, decorateFormula) : undecorated;
    if (decoration.kind === 'html') return decoration.html;
    const html = rule(tokens, at, options, env, renderer);
    return token && decoration.kind === 'formula'
      ? displayHtml(html, decoration.numbers, token)
      : html;
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
