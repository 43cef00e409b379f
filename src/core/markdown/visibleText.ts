// What a Markdown engine that knows no math leaves of a text: pieces without escapes and tags, each
// as far as MathJax can read on. Elements end a piece; comments, line breaks and `<br>` do not.
import { elementMarks, type DelimiterRun } from './emphasis/commonmark.js';
import { hyperdownEmphasis } from './emphasis/hyperdown.js';
import { kramdownEmphasis } from './emphasis/kramdown.js';
import { markedEmphasis } from './emphasis/marked.js';
import { pythonEmphasis } from './emphasis/python.js';
import { scopeOf, type Emphasis } from './emphasis/scope.js';
import { MappedBuilder, type MappedText } from '../text/mapped.js';
import { isDropped } from '../site/decode.js';
import type { EmphasisRule, EngineRules } from '../site/engine.js';
import type { FoundFormula } from './formula.js';
import { pageTokens } from './pageTokens.js';
import { typesetterOf, typographicMarks, type Typesetter } from './typography.js';
import type { InlineToken, LinkToken } from './inlineTokens.js';

export function visibleTexts(
  text: string,
  tokens: readonly InlineToken[],
  rules: EngineRules,
): MappedText[] {
  const writer = new VisibleWriter(text, rules, elementsOf(text, tokens, rules));
  const links: (LinkToken & DelimiterRun)[] = [];
  const closeLinks = (before: number): void => {
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      if (link.labelEnd > before) {
        links.push(link);
        return;
      }
      writer.textTo(link.labelEnd);
      writer.cut(link.end);
    }
  };
  for (const token of tokens) {
    closeLinks(token.start);
    writer.textTo(token.start);
    if (token.kind === 'link') {
      links.push(token);
      writer.cut(token.labelStart);
    } else {
      writer.token(token);
    }
  }
  closeLinks(Infinity);
  writer.textTo(text.length);
  return writer.finish();
}

class VisibleWriter {
  readonly #text: string;
  readonly #rules: EngineRules;
  readonly #elements: ReadonlySet<number>;
  readonly #pieces: MappedText[] = [];
  readonly #typeset: Typesetter | null;
  #builder = new MappedBuilder();
  #at = 0;
  /** Behind the last construct that is no text. */
  #part = 0;
  /** A mark before which there is none that was not asked about. */
  #mark = -1;

  constructor(text: string, rules: EngineRules, elements: ReadonlySet<number>) {
    this.#text = text;
    this.#rules = rules;
    this.#typeset = rules.typography === null ? null : typesetterOf(rules.typography);
    this.#elements = elements;
  }

  textTo(end: number): void {
    if (this.#typeset !== null) this.#typesetTo(end, this.#typeset);
    this.#sourceTo(end);
  }

  /** The source as it stands. */
  #sourceTo(end: number): void {
    if (end > this.#at) this.#builder.append(this.#text.slice(this.#at, end), this.#at);
    this.#at = Math.max(this.#at, end);
  }

  #typesetTo(end: number, typeset: Typesetter): void {
    let read = this.#at;
    for (let at = this.#markFrom(read); at < end; at = this.#markFrom(Math.max(at + 1, this.#at))) {
      const typographic = typeset(this.#text, at, { part: this.#part, read });
      if (typographic === null) continue;
      this.#sourceTo(at);
      this.#builder.append(typographic.text, at);
      this.#at = read = typographic.end;
    }
  }

  /** The first mark from there on: far ones are looked for once, however many tokens stand before them. */
  #markFrom(from: number): number {
    if (this.#mark < from) {
      const marks = new RegExp(typographicMarks);
      marks.lastIndex = from;
      this.#mark = marks.exec(this.#text)?.index ?? Infinity;
    }
    return this.#mark;
  }

  /** Ends the piece; the next one begins at `next`. */
  cut(next: number): void {
    if (this.#builder.length > 0) this.#pieces.push(this.#builder.build(this.#at));
    this.#builder = new MappedBuilder();
    this.#at = next;
    this.#part = next;
  }

  token(token: InlineToken): void {
    this.#write(token);
    if (this.#isConstruct(token)) this.#part = token.end;
  }

  #isConstruct({ kind, start }: InlineToken): boolean {
    if (kind === 'escape') return isDropped(this.#text, start, this.#rules);
    return kind !== 'delimiters' && kind !== 'entity';
  }

  #write(token: InlineToken): void {
    switch (token.kind) {
      case 'escape':
        this.#escape(token);
        return;
      case 'delimiters':
        this.#delimiters(token);
        return;
      case 'formula':
        this.#formula(token);
        return;
      case 'entity':
        this.#builder.append(token.text, token.start);
        this.#at = token.end;
        return;
      case 'comment':
        this.#at = token.end;
        return;
      case 'html':
        this.#html(token);
        return;
      default:
        this.cut(token.end);
    }
  }

  finish(): MappedText[] {
    this.cut(this.#text.length);
    return this.#pieces;
  }

  #escape({ start, end }: InlineToken): void {
    if (isDropped(this.#text, start, this.#rules)) this.#at = start + 1;
    const isBackslash = this.#text.charCodeAt(start + 1) === 92;
    const isBreak = isBackslash && this.#text.charCodeAt(end) === 10;
    if (isBreak && this.#rules.breaksAtBackslash === 'decoded') this.#at = end;
    else this.#sourceTo(end);
  }

  #delimiters(run: DelimiterRun): void {
    for (let at = run.start; at < run.end; at++) {
      if (!this.#elements.has(at)) continue;
      this.textTo(at);
      this.cut(at + 1);
    }
    this.textTo(run.end);
  }

  #formula({ formula, protection }: InlineToken & { readonly kind: 'formula' }): void {
    const { start, texStart, texEnd, end } = formula;
    if (protection?.written === 'text') {
      this.#sourceTo(end);
      return;
    }
    if (protection?.written === 'page') {
      this.#page(formula);
      return;
    }
    this.#builder.append('\\(', this.#text.charCodeAt(start) === 92 ? start + 1 : start);
    this.#builder.append(this.#text.slice(texStart, texEnd), texStart);
    this.#builder.append('\\)', end - 2);
    this.#at = end;
  }

  /** What stands in the page as it is; a display there is a block of its own. */
  #page({ start, end, display }: FoundFormula): void {
    if (display) this.cut(start);
    const inside = this.#text.slice(start, end);
    for (const token of pageTokens(inside, true)) {
      this.#sourceTo(start + token.start);
      this.token({ ...token, start: start + token.start, end: start + token.end });
    }
    this.#sourceTo(end);
    if (display) this.cut(end);
  }

  #html(token: InlineToken): void {
    const tag = this.#text.slice(token.start, token.end);
    if (/^<br\b/i.test(tag)) this.#builder.append('\n', token.start);
    else if (!/^<wbr\b/i.test(tag)) {
      this.cut(token.end);
      return;
    }
    this.#at = token.end;
  }
}

/** Beyond it, in runs times characters, other rules than CommonMark's take too long. */
const mostWork = 4_000_000;

function elementsOf(
  text: string,
  tokens: readonly InlineToken[],
  { emphasis }: EngineRules,
): ReadonlySet<number> {
  const runs = tokens.filter(({ kind }) => kind === 'delimiters').length;
  if (runs === 0) return new Set();
  const rule = emphasisRules[emphasis];
  if (rule === null || runs * text.length > mostWork) return findElementMarks(text, tokens);
  const marks = new Set<number>();
  for (const link of tokens) {
    if (link.kind !== 'link') continue;
    const inside = tokens.filter(
      ({ start, end }) => start >= link.labelStart && end <= link.labelEnd,
    );
    rule(scopeOf(text, link.labelStart, link.labelEnd, inside), marks);
  }
  let behindLink = 0;
  const outside = tokens.filter((token) => {
    if (token.start < behindLink) return false;
    if (token.kind === 'link') behindLink = token.end;
    return true;
  });
  rule(scopeOf(text, 0, text.length, outside), marks);
  return marks;
}

/** `null`: CommonMark's. */
const emphasisRules: Readonly<Record<EmphasisRule, Emphasis | null>> = {
  commonmark: null,
  goldmark: null,
  marked: markedEmphasis,
  kramdown: kramdownEmphasis,
  hyperdown: hyperdownEmphasis,
  python: pythonEmphasis,
};

/** Delimiters pair inside the label of a link, and outside of labels. */
function findElementMarks(text: string, tokens: readonly InlineToken[]): ReadonlySet<number> {
  const outside: DelimiterRun[] = [];
  const marks = new Set<number>();
  let label: { readonly end: number; readonly runs: DelimiterRun[] } | null = null;
  const closeLabel = (): void => {
    if (label !== null) for (const at of elementMarks(text, label.runs)) marks.add(at);
    label = null;
  };
  for (const token of tokens) {
    if (label !== null && token.start >= label.end) closeLabel();
    if (token.kind === 'link') label = { end: token.labelEnd, runs: [] };
    else if (token.kind === 'delimiters') (label === null ? outside : label.runs).push(token);
  }
  closeLabel();
  for (const at of elementMarks(text, outside)) marks.add(at);
  return marks;
}
