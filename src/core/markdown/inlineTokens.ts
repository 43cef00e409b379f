// The inline constructs of one paragraph, heading or cell, found from left to right as markdown-it
// finds them: whatever begins first, wins. Formulas that the site protects are constructs like others.
import { CodeSpans } from './codeSpans.js';
import { behindText, FormulaMatcher } from './formula.js';
import { autolinkAt, HtmlSpans } from './htmlTags.js';
import { isSpace } from './characters.js';
import { ProtectedTexts } from './protectedTexts.js';
import { destinationAt, titleAt, type LinkPart } from './linkParts.js';
import { isAllowedTarget } from './htmlTags.js';
import { behindLeftBackslash, lineStartBehind } from './goldmarkEscapes.js';
import { isDropped } from '../site/decode.js';
import { entityTokenAt, type InlineToken, type LinkToken } from './inlineToken.js';
import { KramdownTokens } from './kramdownTokens.js';
import type { EngineRules } from '../site/engine.js';

/** As markdown-it: beyond it the rest of a text is one token. */
const deepestNesting = 100;

const referencePattern = /\\(eq)?ref\s*\{([^}]*)\}/y;

export class InlineTokens {
  readonly #text: string;
  readonly #rules: EngineRules;
  readonly #code: CodeSpans;
  /** Where the engine leaves all formulas alone, their matcher; else what it leaves alone. */
  readonly #matcher: FormulaMatcher | null;
  readonly #protected: ProtectedTexts | null;
  #html: HtmlSpans | null = null;
  /** What only kramdown has; `null` elsewhere. */
  readonly #kramdown: KramdownTokens | null;
  readonly #hasLinks: boolean;
  readonly #returns: boolean;
  /** Where the token that begins at an offset ends; asked again and again while labels are sought. */
  #ends: Map<number, number> | null = null;

  constructor(text: string, rules: EngineRules, returns = false) {
    this.#returns = returns;
    this.#text = text;
    this.#rules = rules;
    this.#kramdown = rules.tags === 'xml' ? new KramdownTokens(text) : null;
    this.#code = new CodeSpans(text, rules.code);
    const leavesAll = rules.protects === 'all';
    this.#matcher = leavesAll
      ? new FormulaMatcher(text, text.includes('`') ? this.#code : null)
      : null;
    const texts = leavesAll ? null : new ProtectedTexts(text, rules);
    this.#protected = texts?.isEmpty === false ? texts : null;
    this.#hasLinks = text.includes('](');
  }

  /** The construct that begins at `at`; `null` if the character there is text. */
  tokenAt(at: number, depth = 0): InlineToken | null {
    return this.#kramdown === null
      ? this.#constructAt(at, depth)
      : this.#kramdown.tokenAt(at, () => this.#constructAt(at, depth));
  }

  #constructAt(at: number, depth: number): InlineToken | null {
    switch (this.#text.charCodeAt(at)) {
      case 36: // $
        return this.#formulaAt(at);
      case 92: // \
        return this.#formulaAt(at) ?? this.#referenceAt(at) ?? this.#escapeAt(at);
      case 96: // `
        return this.#codeAt(at);
      case 60: // <
        return this.#angleAt(at);
      case 91: // [
        return this.#linkAt(at, at, depth);
      case 33: // !
        return this.#imageAt(at, depth);
      case 38: // &
        return entityTokenAt(this.#text, at);
      case 42: // *
      case 95: // _
      case 126: // ~
        return {
          kind: 'delimiters',
          start: at,
          end: this.#kramdown?.strikeEnd(at) ?? this.#runEnd(at),
        };
      default:
        return null;
    }
  }

  #imageAt(at: number, depth: number): InlineToken | null {
    return this.#text.charCodeAt(at + 1) === 91 ? this.#linkAt(at, at + 1, depth) : null;
  }

  /** The end of the label that opens at `at`, `-1` if there is none or, unless allowed, if it holds a link. */
  labelEnd(at: number, linksAllowed: boolean, depth: number): number {
    let level = 1;
    let end = at + 1;
    while (end < this.#text.length) {
      const code = this.#text.charCodeAt(end);
      if (code === 93 && --level === 0) return end;
      const next = isMark(code) ? this.#tokenEnd(end, depth) : end + 1;
      if (code === 91) {
        if (next === end + 1) level++;
        else if (!linksAllowed) return -1;
      }
      end = next;
    }
    return -1;
  }

  #tokenEnd(at: number, depth: number): number {
    const known = (this.#ends ??= new Map<number, number>()).get(at);
    if (known !== undefined) return known;
    const code = this.#text.charCodeAt(at);
    let end = this.#text.length;
    if (depth < deepestNesting) {
      const token = code === 42 || code === 95 || code === 126 ? null : this.tokenAt(at, depth + 1);
      end = token?.end ?? at + 1;
    }
    this.#ends.set(at, end);
    return end;
  }

  #formulaAt(at: number): InlineToken | null {
    if (this.#matcher === null) return this.#protectedAt(at);
    const formula = this.#matcher.match(at);
    if (formula !== null)
      return { kind: 'formula', start: at, end: formula.end, formula, protection: null };
    if (this.#text.charCodeAt(at) !== 36) return null;
    return { kind: 'text', start: at, end: behindText(this.#text, at) };
  }

  #protectedAt(at: number): InlineToken | null {
    const found = this.#protected?.at(at);
    if (found) return { kind: 'formula', start: at, end: found.formula.end, ...found };
    const passed = this.#protected?.openerAt(at);
    if (passed?.written !== 'page') return null;
    const end = at + passed.open.length;
    if (this.#text.startsWith(passed.close, end)) return null;
    const isEscape = this.#text.charCodeAt(at) === 92 && isDropped(this.#text, at, this.#rules);
    return { kind: isEscape ? 'escape' : 'text', start: at, end };
  }

  #referenceAt(at: number): InlineToken | null {
    if (this.#matcher === null) return null;
    const next = this.#text.charCodeAt(at + 1);
    if (next !== 101 && next !== 114) return null;
    referencePattern.lastIndex = at;
    const match = referencePattern.exec(this.#text);
    if (match === null) return null;
    const end = referencePattern.lastIndex;
    const key = { start: end - 1 - (match[2] ?? '').length, end: end - 1 };
    return {
      kind: 'reference',
      start: at,
      end,
      command: match[1] === undefined ? 'ref' : 'eqref',
      key,
    };
  }

  #escapeAt(at: number): InlineToken | null {
    if (at + 1 >= this.#text.length) return null;
    const next = this.#text.charCodeAt(at + 1);
    if (next === 92 && this.#protected?.escapes(at + 2))
      return { kind: 'escape', start: at, end: at + 2 + this.#protected.escapes(at + 2) };
    if (next === 32 || !this.#takesNext(at)) return { kind: 'escape', start: at, end: at + 1 };
    let end = at + 2;
    if (next === 10) end = this.#behindLineEnd(at);
    else if (next >= 0xd800 && next <= 0xdbff && isLowSurrogate(this.#text.charCodeAt(end))) end++;
    return { kind: 'escape', start: at, end };
  }

  #behindLineEnd(at: number): number {
    const first = lineStartBehind(this.#text, at);
    const leavesBackslash =
      !this.#returns &&
      this.#rules.breaksAtBackslash === 'lone' &&
      !isDropped(this.#text, at, this.#rules);
    return leavesBackslash && !this.#beginsProtected(first)
      ? behindLeftBackslash(this.#text, at)
      : first;
  }

  #beginsProtected(at: number): boolean {
    if (this.#protected === null) return false;
    const isEscaped = this.#text.startsWith('\\\\', at) && this.#protected.escapes(at + 2) > 0;
    return isEscaped || this.#protected.openerAt(at) !== null;
  }

  #takesNext(at: number): boolean {
    return this.#rules.escapesAll || isDropped(this.#text, at, this.#rules);
  }

  #codeAt(at: number): InlineToken {
    const end = this.#code.spanEnd(at);
    return end < 0
      ? { kind: 'text', start: at, end: this.#code.runEnd(at) }
      : { kind: 'code', start: at, end };
  }

  #angleAt(at: number): InlineToken | null {
    if (this.#text.charCodeAt(at + 1) === 60 && takesGuillemets(this.#rules))
      return { kind: 'text', start: at, end: at + 2 };
    if (this.#kramdown !== null) return this.#kramdown.tagAt(at);
    const target = autolinkAt(this.#text, at);
    if (target !== null)
      return { kind: 'autolink', start: at, end: at + target.length + 2, target };
    const end = (this.#html ??= new HtmlSpans(this.#text, this.#rules.tags)).endAt(at);
    if (end < 0) return null;
    return { kind: this.#text.startsWith('<!--', at) ? 'comment' : 'html', start: at, end };
  }

  #linkAt(at: number, bracket: number, depth: number): InlineToken | null {
    const isFootnote = this.#kramdown !== null && this.#text.charCodeAt(bracket + 1) === 94;
    if (!this.#hasLinks || isFootnote) return null;
    const image = bracket > at;
    const labelEnd = this.labelEnd(bracket, image, depth);
    if (labelEnd < 0 || this.#text.charCodeAt(labelEnd + 1) !== 40) return null;
    const resource = this.#resourceAt(labelEnd + 2);
    if (resource === null) return null;
    const label = { labelStart: bracket + 1, labelEnd };
    return { kind: image ? 'image' : 'link', start: at, ...label, ...resource };
  }

  /** `destination "title")` behind the opening parenthesis. */
  #resourceAt(
    from: number,
  ): (Pick<LinkToken, 'target' | 'targetStart' | 'targetEnd'> & { end: number }) | null {
    const text = this.#text;
    const max = text.length;
    const begin = skipBlank(text, from);
    if (begin >= max) return null;
    let at = begin;
    const destination: LinkPart | null = destinationAt(text, begin, max);
    let target = '';
    if (destination !== null) {
      if (isAllowedTarget(destination.value)) {
        at = destination.end;
        target = destination.value;
      }
      const behind = skipBlank(text, at);
      const title = titleAt(text, behind, max);
      at = behind > at && title.kind === 'title' ? skipBlank(text, title.end) : behind;
    }
    if (at >= max || text.charCodeAt(at) !== 41) return null;
    return { target, targetStart: begin, targetEnd: destination?.end ?? begin, end: at + 1 };
  }

  #runEnd(at: number): number {
    const code = this.#text.charCodeAt(at);
    let end = at + 1;
    while (this.#text.charCodeAt(end) === code) end++;
    return end;
  }
}

function takesGuillemets({ typography }: EngineRules): boolean {
  return typography === 'goldmark' || typography === 'kramdown';
}

function isMark(code: number): boolean {
  return code === 36 || code === 92 || code === 96 || code === 60 || code === 91 || code === 33;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 10) at++;
  return at;
}
