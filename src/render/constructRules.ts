// Inline constructs in markdown-it for an engine that finds others than markdown-it would: what the
// scanner has found stands in the place of its own rules for code, escapes, tags and links.
import type { MarkdownIt } from 'markdown-it';
import type { InlineToken } from '../core/markdown/inlineToken.js';
import { isDropped } from '../core/site/decode.js';
import type { EngineRules } from '../core/site/engine.js';

type InlineState = Parameters<MarkdownIt['inline']['skipToken']>[0];

/** The constructs of one text by where they begin. */
export type Constructs = ReadonlyMap<number, InlineToken>;

export function constructsOf(tokens: readonly InlineToken[]): Constructs {
  return new Map(tokens.map((token) => [token.start, token]));
}

/** Takes the construct at the state's place, or a mark that begins none. */
export function takeConstruct(
  state: InlineState,
  silent: boolean,
  constructs: Constructs,
  rules: EngineRules,
): boolean {
  const { pos } = state;
  const token = constructs.get(pos);
  const end = token === undefined ? pos + 1 : token.end;
  if (token === undefined || end > state.posMax) {
    if (!isMark(state.src, pos)) return false;
    if (!silent) state.pending += state.src.charAt(pos);
    state.pos = pos + 1;
    return true;
  }
  if (isLeft(state.src, token)) return false;
  if (isFootnote(state, token)) return false;
  if (!silent) write(state, token, rules);
  state.pos = end;
  return true;
}

/** Emphasis, references and hard breaks are markdown-it's. */
function isLeft(text: string, { kind, start }: InlineToken): boolean {
  if (kind === 'escape') return text.charCodeAt(start + 1) === 10;
  return kind === 'element' || kind === 'delimiters' || kind === 'entity';
}

/** A mark that markdown-it would begin a construct with; a link by its label is left to it. */
function isMark(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '[' || text.startsWith('![', at)) {
    byLabel.lastIndex = mark === '[' ? at : at + 1;
    return !byLabel.test(text);
  }
  return mark === '<' || mark === '`' || mark === '\\';
}

const byLabel = /\[[^[\]\n]*\](?!\()/y;

function isFootnote({ src, env }: InlineState, { start, end }: InlineToken): boolean {
  if (!src.startsWith('[^', start) || src.charAt(end) === '(') return false;
  const notes = env['footnotes'] as { readonly refs?: Record<string, unknown> } | undefined;
  return notes?.refs?.[`:${src.slice(start + 2, end - 1)}`] !== undefined;
}

function write(state: InlineState, token: InlineToken, rules: EngineRules): void {
  const text = state.src.slice(token.start, token.end);
  switch (token.kind) {
    case 'code':
      state.push('code_inline', 'code', 0).content = text.replace(/^(`+)(.*)\1$/, '$2');
      return;
    case 'html':
    case 'comment':
      if (text.startsWith('[')) state.pending += text;
      else state.push('html_inline', '', 0).content = text;
      return;
    case 'link':
      writeLink(state, token);
      return;
    case 'image':
      writeImage(state, token);
      return;
    case 'autolink':
      push(state, 'link_open', 1, hrefOf(state, token.target));
      state.push('text', '', 0).content = state.md.normalizeLinkText(token.target);
      state.push('link_close', 'a', -1);
      return;
    case 'escape':
      state.pending += isDropped(state.src, token.start, rules) ? text.slice(1) : text;
      return;
    default:
      state.pending += text;
  }
}

type LinkToken = InlineToken & { readonly kind: 'link' | 'image' };

function writeLink(state: InlineState, token: LinkToken): void {
  const { posMax } = state;
  push(state, 'link_open', 1, hrefOf(state, token.target), titleOf(state, token));
  state.pos = token.labelStart;
  state.posMax = token.labelEnd;
  state.linkLevel++;
  state.md.inline.tokenize(state);
  state.linkLevel--;
  state.posMax = posMax;
  state.push('link_close', 'a', -1);
}

function writeImage(state: InlineState, token: LinkToken): void {
  const image = state.push('image', 'img', 0);
  image.content = state.src.slice(token.labelStart, token.labelEnd);
  const title = titleOf(state, token);
  image.attrs = [['src', hrefOf(state, token.target)], ['alt', ''], ...titled(title)];
  image.children = [];
  state.md.inline.parse(image.content, state.md, state.env, image.children);
}

function push(state: InlineState, type: string, nesting: 1, href: string, title = ''): void {
  state.push(type, 'a', nesting).attrs = [['href', href], ...titled(title)];
}

function titled(title: string): [string, string][] {
  return title === '' ? [] : [['title', title]];
}

/** What stands in quotes behind the target. */
function titleOf({ src, md }: InlineState, { targetEnd, end }: LinkToken): string {
  const title = /^["'(]([^]*)["')]$/.exec(src.slice(targetEnd, end - 1).trim())?.[1];
  return title === undefined ? '' : md.utils.unescapeAll(title);
}

/** Nothing where markdown-it refuses the target. */
function hrefOf({ md }: InlineState, target: string): string {
  const href = md.normalizeLink(target);
  return md.validateLink(href) ? href : '';
}
