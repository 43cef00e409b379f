// What a Markdown engine that knows no math leaves of a text: pieces without escapes and tags, each
// as far as MathJax can read on. Elements end a piece; comments, line breaks and `<br>` do not.
import type { DelimiterRun } from './emphasis/commonmark.js';
import { elementsOf } from './emphasis/elements.js';
import { MappedBuilder, toSource, type MappedText } from '../text/mapped.js';
import { isDropped } from '../site/decode.js';
import type { EngineRules } from '../site/engine.js';
import type { FoundFormula } from './formula.js';
import { leftBackslashes, lineStartBehind } from './goldmarkEscapes.js';
import { isOpenTag, pageTokens } from './pageTokens.js';
import { tokenFrom } from './tokenLookup.js';
import { passesThrough } from './protectedTexts.js';
import { Passages } from './passage.js';
import type { TextPlace } from './textPlace.js';
import { typesetterOf, typographicMarks, type Typesetter } from './typography.js';
import type { InlineToken, LinkToken } from './inlineToken.js';
import { isRaw, isTextInPages, rawContent, XmlTags } from './xmlTags.js';

export function visibleTexts(
  text: string,
  tokens: readonly InlineToken[],
  rules: EngineRules,
  place: TextPlace,
): MappedText[] {
  const writer = new VisibleWriter(text, rules, place, tokens);
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
  readonly #place: TextPlace;
  readonly #passages: Passages;
  readonly #elements: ReadonlySet<number>;
  readonly #tokens: readonly InlineToken[];
  readonly #pieces: MappedText[] = [];
  readonly #typeset: Typesetter | null;
  #builder = new MappedBuilder();
  #at = 0;
  /** Behind the last construct that is no text. */
  #part = 0;
  /** Behind the last block: nothing of the page stands between it and one that touches it. */
  #blockEnd = -1;
  /** Whether the page is in a tag that began in what was passed through: it hides all up to the next `>`. */
  #hidden = false;
  #isStruck = false;
  /** How many elements of XML are open, what is struck through among them. */
  #depth = 0;
  /** Up to here the content of an element stays as it is. */
  #rawEnd = -1;
  /** A mark before which there is none that was not asked about. */
  #mark = -1;

  constructor(text: string, rules: EngineRules, place: TextPlace, tokens: readonly InlineToken[]) {
    this.#text = text;
    this.#rules = rules;
    this.#place = place;
    this.#passages = new Passages(text, place);
    this.#typeset = rules.typography === null ? null : typesetterOf(rules.typography, place);
    this.#tokens = tokens;
    this.#elements = elementsOf(text, tokens, rules);
  }

  textTo(end: number): void {
    if (this.#typeset !== null && end > this.#rawEnd) this.#typesetTo(end, this.#typeset);
    this.#sourceTo(end);
  }

  /** The source as it stands. */
  #sourceTo(end: number): void {
    if (end > this.#at) this.#append(this.#text.slice(this.#at, end), this.#at);
    this.#at = Math.max(this.#at, end);
  }

  #append(text: string, source: number): void {
    const shown = this.#hidden ? text.search(/ {2}\n/) : 0;
    if (shown < 0) return;
    this.#hidden = false;
    this.#builder.append(text.slice(shown), source + shown);
  }

  #typesetTo(end: number, typeset: Typesetter): void {
    let read = this.#at;
    for (let at = this.#markFrom(read); at < end; at = this.#markFrom(Math.max(at + 1, this.#at))) {
      const typographic = typeset(this.#text, at, { part: this.#part, read });
      if (typographic === null) continue;
      this.#sourceTo(at);
      this.#append(typographic.text, at);
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
    this.#hidden = false;
  }

  token(token: InlineToken): void {
    this.#write(token);
    if (this.#isConstruct(token)) this.#part = token.end;
  }

  #beginsConstruct(at: number): boolean {
    if (this.#elements.has(at)) return true;
    const token = tokenFrom(this.#tokens, at);
    return token !== null && token.kind !== 'escape' && this.#isConstruct(token);
  }

  #isConstruct({ kind, start }: InlineToken): boolean {
    if (kind === 'escape') return this.#isDropped(start);
    return kind !== 'delimiters' && kind !== 'entity';
  }

  #isDropped(at: number): boolean {
    const next = this.#text.charCodeAt(at + 1);
    // GitHub's Markdown in kramdown breaks no line in elements.
    if (next === 10 && this.#depth > 0) return false;
    // In a cell each pipe has lost a backslash, by which the engine would have escaped the one before it.
    if (next === 124 && this.#place.kind === 'cell' && !this.#rules.tables.takesEscapes)
      return false;
    return isDropped(this.#text, at, this.#rules);
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
        this.#append(token.text, token.start);
        this.#at = token.end;
        return;
      case 'comment':
        this.#at = token.end;
        this.#hidden = false;
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
    const isDroppedHere = this.#isDropped(start);
    if (isDroppedHere) this.#at = start + 1;
    const isBackslash = this.#text.charCodeAt(start + 1) === 92;
    // Two backslashes before a start delimiter keep it from being one, and its own escape is undone.
    if (isBackslash && this.#text.charCodeAt(start + 2) === 92 && end > start + 2) {
      this.#sourceTo(start + 2);
      if (this.#isDropped(start + 2)) this.#at = start + 3;
    }
    const isBreak = isBackslash && this.#text.charCodeAt(end) === 10;
    const isLeft = this.#text.charCodeAt(start + 1) === 10 && !isDroppedHere;
    if (isLeft && end > start + 2) this.#leftBackslashes(start, end);
    if (isBreak && this.#rules.breaksAtBackslash === 'decoded') this.#at = end;
    else this.#sourceTo(end);
  }

  /** Those at the beginning of a line, behind one that was left at the end of the line before. */
  #leftBackslashes(start: number, end: number): void {
    const first = lineStartBehind(this.#text, start);
    const passes = passesThrough(this.#rules);
    const left =
      first < end
        ? leftBackslashes(this.#text, start, passes, (at) => this.#beginsConstruct(at))
        : 0;
    this.#sourceTo(first);
    this.#append('\\'.repeat(left), first);
    this.#at = end;
  }

  #delimiters(run: DelimiterRun): void {
    // kramdown takes waves that strike nothing through one by one, and those alone not at all.
    const isWave = this.#text.charCodeAt(run.start) === 126 && this.#rules.emphasis === 'kramdown';
    for (let at = run.start; at < run.end; at++) {
      if (!this.#elements.has(at)) continue;
      this.textTo(at);
      this.cut(at + 1);
    }
    if (!isWave) this.textTo(run.end);
    else if (this.#elements.has(run.start)) this.#turnStrike();
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
    this.#append('\\(', this.#text.charCodeAt(start) === 92 ? start + 1 : start);
    this.#append(this.#text.slice(texStart, texEnd), texStart);
    this.#append('\\)', end - 2);
    this.#at = end;
  }

  /** What stands in the page as it is; a display in a paragraph is a block between what is left of it. */
  #page({ start, end, display }: FoundFormula): void {
    const isBlock = display && this.#place.kind === 'paragraph';
    if (isBlock && start !== this.#blockEnd) this.cut(start);
    this.#pass(this.#passages.passage(start, end));
    this.#at = end;
    if (!isBlock) return;
    this.#blockEnd = end;
    if (!this.#isDisplayAt(end)) this.cut(end);
  }

  #isDisplayAt(at: number): boolean {
    const token = tokenFrom(this.#tokens, at);
    return token?.kind === 'formula' && token.formula.display;
  }

  #pass(passage: MappedText): void {
    const { text } = passage;
    let at = this.#hidden ? text.indexOf('>') + 1 : 0;
    if (this.#hidden && at === 0) return;
    this.#hidden = false;
    const from = at;
    for (const token of pageTokens(text.slice(from))) {
      const start = from + token.start;
      this.#builder.appendPart(passage, at, start);
      at = from + token.end;
      if (token.kind === 'entity') this.#builder.append(token.text, toSource(passage, start));
      else if (/^<br\b/i.test(text.slice(start, at)))
        this.#builder.append('\n', toSource(passage, start));
      else if (token.kind !== 'comment') this.cut(this.#at);
      if (isOpenTag(token, text.slice(from))) this.#hidden = true;
    }
    if (!this.#hidden) this.#builder.appendPart(passage, at, text.length);
  }

  #html(token: InlineToken): void {
    const isText = this.#rules.tags === 'xml' && this.#isTagText(token);
    const tag = this.#text.slice(token.start, token.end);
    if (isText) this.#sourceTo(token.end);
    else if (/^<br\b/i.test(tag)) this.#break(token.start);
    else if (!/^<wbr\b/i.test(tag)) {
      this.cut(token.end);
      return;
    }
    this.#at = token.end;
  }

  /** Whether a tag of XML is text where it stands; notes what it opens or closes. */
  #isTagText({ start }: InlineToken): boolean {
    const tags = new XmlTags(this.#text);
    const tag = tags.at(start);
    if (tag === null) return false;
    const isStray = tag.kind === 'close' && !this.#elements.has(start);
    if (tag.kind === 'open') this.#depth++;
    else if (tag.kind === 'close' && !isStray) this.#depth--;
    if (start >= this.#rawEnd && isRaw(tag)) this.#rawEnd = rawContent(this.#text, tag, tags).end;
    return isStray || isTextInPages(tag);
  }

  #turnStrike(): void {
    this.#depth += this.#isStruck ? -1 : 1;
    this.#isStruck = !this.#isStruck;
  }

  #break(at: number): void {
    if (!this.#hidden) this.#builder.append('\n', at);
    this.#hidden = false;
  }
}
