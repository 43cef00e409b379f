// The inline constructs of a text by marked's rules, which know emphasis while they read: it may end
// where a tag or code would end, and what is in it is read as a text of its own.
import type { EngineRules } from '../site/engine.js';
import { emphasisAt, emphasisMask, strikeAt, type MarkedElement } from './emphasis/marked.js';
import { autolinkAt } from './htmlTags.js';
import { unescaped } from './linkParts.js';
import { entityTokenAt, type InlineToken, type LinkToken } from './inlineToken.js';
import { shiftedToken } from './shiftedScan.js';

const attribute = `\\s+[a-z:_][\\w.:-]*(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'=<>\`]+))?`;
const tag = new RegExp(
  [
    '<!--(?:-?>|[^]*?-->)',
    '</[a-z][\\w:-]*\\s*>',
    `<[a-z][\\w-]*(?:${attribute})*?\\s*/?>`,
    '<\\?[^]*?\\?>',
    '<![a-z]+\\s[^]*?>',
    '<!\\[CDATA\\[[^]*?\\]\\]>',
  ].join('|'),
  'iy',
);
const code = /(`+)([^`]|[^`][^]*?[^`])\1(?!`)/y;
const label = '(?:\\[(?:\\\\.|[^[\\]\\\\])*\\]|\\\\.|`[^`]*`|[^[\\]\\\\`])*?';
const target = '(?:<(?:\\\\.|[^\\n<>\\\\])+>|[^ \\t\\n\\0-\\x1f]*)';
const title = '"(?:\\\\"?|[^"\\\\])*"|\'(?:\\\\\'?|[^\'\\\\])*\'|\\((?:\\\\\\)?|[^)\\\\])*\\)';
const link = new RegExp(
  `!?\\[(${label})\\]\\((\\s*)(${target})(?:[ \\t]*(?:\\n[ \\t]*)?(?:${title}))?\\s*\\)`,
  'y',
);
/** Brackets that could be a link by its label: the first of them is read for itself. */
const byLabel = /!?\[(?!\s*\])(?:\\.|[^[\]\\])+\]/y;
const lineBreak = /(?: *|\\)\n(?!\s*$)/y;
const special = /[\\<![`*~_]/;

/** Beyond it, in marks times characters, these rules take too long. */
const mostWork = 4_000_000;

export function isMuchWork(text: string): boolean {
  const most = mostWork / Math.max(1, text.length);
  let count = 0;
  for (let at = 0; at < text.length && count <= most; at++)
    if (special.test(text.charAt(at))) count++;
  return count > most;
}

export class MarkedTokens {
  readonly #text: string;
  readonly #rules: EngineRules;
  readonly #tokens = new Map<number, InlineToken>();

  constructor(text: string, rules: EngineRules) {
    this.#text = text;
    this.#rules = rules;
    this.#read(0, text.length);
  }

  /** The construct that begins at `at`; `null` if the character there is text. */
  tokenAt(at: number): InlineToken | null {
    const token = this.#tokens.get(at);
    if (token !== undefined) return token;
    return this.#text.charCodeAt(at) === 38 ? entityTokenAt(this.#text, at) : null;
  }

  /** Reads a text of its own: what stands around it is not seen. */
  #read(from: number, to: number): void {
    const source = this.#text.slice(from, to);
    const mask = emphasisMask(source);
    let before = '';
    for (let at = 0; at < source.length;) {
      const token = constructAt(source, at, this.#rules);
      const element = token === null ? elementAt(source, mask, at, before) : null;
      const taken = token ?? (element === null ? laterConstructAt(source, at) : null);
      if (element !== null) this.#addElement(element, from + at);
      else if (taken !== null) this.#add(shiftedToken(taken, from));
      const taker = element === null ? taken : { end: at + element.length };
      const end = taker?.end ?? textEnd(source, at);
      const last = source.charAt(end - 1);
      if (taker !== null) before = '';
      else if (last !== '_') before = last;
      at = end;
    }
  }

  #add(token: InlineToken): void {
    if (token.kind !== 'text') this.#tokens.set(token.start, token);
    if (token.kind === 'link') this.#read(token.labelStart, token.labelEnd);
  }

  #addElement({ length, width }: MarkedElement, at: number): void {
    const inside = at + length - width;
    this.#tokens.set(at, { kind: 'element', start: at, end: at + width });
    this.#tokens.set(inside, { kind: 'element', start: inside, end: inside + width });
    this.#read(at + width, inside);
  }
}

/** What comes before emphasis: escapes, tags and links. */
function constructAt(source: string, at: number, rules: EngineRules): InlineToken | null {
  switch (source.charCodeAt(at)) {
    case 92: // \
      return escapeAt(source, at, rules);
    case 60: // <
      return tagAt(source, at);
    case 33: // !
    case 91: // [
      return linkAt(source, at);
    default:
      return null;
  }
}

function escapeAt(source: string, at: number, { escapes }: EngineRules): InlineToken | null {
  const next = source.charAt(at + 1);
  const isEscape = next !== '' && escapes.includes(next);
  return isEscape ? { kind: 'escape', start: at, end: at + 2 } : null;
}

function tagAt(source: string, at: number): InlineToken | null {
  const end = endOf(tag, source, at);
  if (end < 0) return null;
  return { kind: source.startsWith('<!--', at) ? 'comment' : 'html', start: at, end };
}

function linkAt(source: string, at: number): InlineToken | null {
  link.lastIndex = at;
  const found = link.exec(source);
  const parts = found && linkParts(found, at);
  if (parts) return parts;
  return endOf(byLabel, source, at) < 0 ? null : { kind: 'text', start: at, end: at + 1 };
}

function linkParts(found: RegExpExecArray, at: number): InlineToken | null {
  const [whole, inLabel = '', blanks = '', written = ''] = found;
  const image = whole.startsWith('!');
  const labelStart = at + (image ? 2 : 1);
  const labelEnd = labelStart + inLabel.length;
  const targetStart = labelEnd + 2 + blanks.length;
  const place = { kind: image ? 'image' : 'link', start: at, labelStart, labelEnd } as const;
  const linkTo = (length: number, href: string, end: number): InlineToken & LinkToken => ({
    ...place,
    end,
    target: unescaped(href),
    targetStart,
    targetEnd: targetStart + length,
  });
  const { length } = written;
  if (written.startsWith('<'))
    return written.endsWith('>') ? linkTo(length, written.slice(1, -1), at + whole.length) : null;
  const close = closingBracket(written);
  if (close === 'open') return null;
  return close === null
    ? linkTo(length, written, at + whole.length)
    : linkTo(close, written.slice(0, close), targetStart + close + 1);
}

/** The first bracket of a target that closes none of its own; `open` where one is not closed. */
function closingBracket(text: string): number | 'open' | null {
  if (!text.includes(')')) return null;
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '(') level++;
    else if (character === ')' && --level < 0) return at;
  }
  return level > 0 ? 'open' : null;
}

function elementAt(source: string, mask: string, at: number, before: string): MarkedElement | null {
  switch (source.charAt(at)) {
    case '*':
    case '_':
      return emphasisAt(source.slice(at), mask.slice(at), before);
    case '~':
      return strikeAt(source.slice(at));
    default:
      return null;
  }
}

/** What comes behind emphasis: code, breaks and links in angle brackets. */
function laterConstructAt(source: string, at: number): InlineToken | null {
  switch (source.charCodeAt(at)) {
    case 96: {
      // `
      const end = endOf(code, source, at);
      return end < 0 ? null : { kind: 'code', start: at, end };
    }
    case 92: // \
    case 32:
    case 10: {
      const end = endOf(lineBreak, source, at);
      return end < 0
        ? null
        : { kind: source.startsWith('\\', at) ? 'escape' : 'text', start: at, end };
    }
    case 60: {
      const href = autolinkAt(source, at);
      return href === null
        ? null
        : { kind: 'autolink', start: at, end: at + href.length + 2, target: href };
    }
    default:
      return null;
  }
}

/** Behind a character that begins nothing, and what is read with it. */
function textEnd(source: string, at: number): number {
  let end = at + 1;
  if (/[`~]/.test(source.charAt(at))) while (/[`~]/.test(source.charAt(end))) end++;
  while (end < source.length && !special.test(source.charAt(end))) {
    const behind = behindBlanks(source, end);
    if (source.charCodeAt(behind) === 10) break;
    end = Math.max(behind, end + 1);
  }
  return end;
}

function behindBlanks(source: string, at: number): number {
  let end = at;
  while (source.charCodeAt(end) === 32) end++;
  return end;
}

function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : -1;
}
