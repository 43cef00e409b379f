// The inline constructs of an engine that looks for one kind after the other on each line, as HyperDown
// does: code, formulas, escapes, tags, footnotes, images, links. What one kind takes, none behind it sees.
import type { EngineRules, Protection } from '../site/engine.js';
import { pageEntityAt } from '../site/entities.js';
import type { InlineToken } from './inlineToken.js';
import { MarkSearch } from './markSearch.js';
import { shiftedToken } from './shiftedScan.js';

const code = /(^|[^\\])(`+)(.+?)\2/gm;
const math = /(^|[^\\])(\$+)(.+?)\2/gm;
/** Longer runs would take too long, and are no one's. */
const longRun = /`{9,}|\${9,}/g;
const escape = /\\./g;
const autolink = /<(?:https?:\/\/.+|(?:mailto:)?[_a-z0-9-.+]+@[_\w-]+(?:\.[a-z]{2,})+)>/iy;
const tagName = /<\/?[a-z0-9-]+(?=>|[^\S\r])/iy;
/** What is taken already: no expression goes on over it. */
const taken = '\r';

export class TurnTokens {
  readonly #text: string;
  readonly #tokens = new Map<number, InlineToken>();
  readonly #cells: number;

  /** From `cells` on each `|` and each line's end is the end of a cell. */
  constructor(text: string, { protects }: EngineRules, cells = text.length) {
    this.#text = text;
    this.#cells = cells;
    const protection = protects === 'all' ? undefined : protects.find(isOfLine);
    let from = 0;
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && !this.#isEnd(at)) continue;
      for (const token of new Turns(text.slice(from, at), from, protection).tokens)
        this.#tokens.set(token.start, token);
      from = at + 1;
    }
  }

  /** The construct that begins at `at`; `null` if the character there is text. */
  tokenAt(at: number): InlineToken | null {
    const token = this.#tokens.get(at);
    if (token !== undefined) return token;
    switch (this.#text.charCodeAt(at)) {
      case 38: // &
        return this.#entityAt(at);
      case 42: // *
      case 95: // _
      case 126: // ~
        return { kind: 'delimiters', start: at, end: this.#runEnd(at) };
      default:
        return at >= this.#cells - 1 && this.#isEnd(at)
          ? { kind: 'cellEnd', start: at, end: at + 1 }
          : null;
    }
  }

  /** The end of a line, or of a cell. */
  #isEnd(at: number): boolean {
    const mark = this.#text.charCodeAt(at);
    return mark === 10 || (mark === 124 && at >= this.#cells);
  }

  #entityAt(at: number): InlineToken | null {
    const entity = pageEntityAt(this.#text, at);
    return entity && { kind: 'entity', start: at, end: entity.end, text: entity.text };
  }

  #runEnd(at: number): number {
    let end = at + 1;
    while (this.#text[end] === this.#text[at] && !this.#tokens.has(end)) end++;
    return end;
  }
}

function isOfLine({ where }: Protection): boolean {
  return where === 'line';
}

/** One line or cell. */
class Turns {
  readonly tokens: InlineToken[] = [];
  readonly #from: number;
  #mask: string;

  constructor(line: string, from: number, protection: Protection | undefined) {
    this.#from = from;
    this.#mask = line.replace(longRun, (run) => taken.repeat(run.length));
    if (line.includes('`')) this.#spans(code, (start, end) => ({ kind: 'code', start, end }));
    if (protection !== undefined && line.includes('$')) this.#formulas(line, protection);
    if (line.includes('\\')) this.#escapes();
    if (line.includes('<')) this.#angles();
    if (line.includes('[')) this.#brackets(line);
  }

  /** Adds what the expression finds behind the character that its first group may take. */
  #spans(form: RegExp, tokenOf: (start: number, end: number) => InlineToken): void {
    const found: InlineToken[] = [];
    for (const match of this.#mask.matchAll(form)) {
      const start = match.index + (match[1] ?? '').length;
      found.push(tokenOf(this.#from + start, this.#from + match.index + match[0].length));
    }
    this.#take(found);
  }

  #formulas(line: string, protection: Protection): void {
    this.#spans(math, (start, end) => {
      const display = line.charAt(start + 1 - this.#from) === '$';
      const delimiter = display ? '$$' : '$';
      const { length } = delimiter;
      const tex = { texStart: start + length, texEnd: end - length };
      const formula = { start, end, ...tex, delimiter, display } as const;
      return { kind: 'formula', start, end, formula, protection };
    });
  }

  #escapes(): void {
    const found: InlineToken[] = [];
    for (const { index } of this.#mask.matchAll(escape))
      found.push({ kind: 'escape', start: this.#from + index, end: this.#from + index + 2 });
    this.#take(found);
  }

  #angles(): void {
    const close = new MarkSearch(this.#mask, '>');
    this.#each('<', (at) => {
      if (close.from(at) < 0) return null;
      const end = endOf(autolink, this.#mask, at);
      if (end < 0) return null;
      return { kind: 'autolink', start: at, end, target: this.#mask.slice(at + 1, end - 1) };
    });
    const tagClose = new MarkSearch(this.#mask, '>');
    this.#each('<', (at) => {
      const name = endOf(tagName, this.#mask, at);
      const end = name < 0 ? -1 : tagClose.from(name) + 1;
      if (end <= 0) return null;
      // Browsers know no tag that begins with a digit.
      const kind = /^<\/?[a-z]/i.test(this.#mask.slice(at, at + 3)) ? 'html' : 'text';
      return { kind, start: at, end };
    });
    const commentClose = new MarkSearch(this.#mask, '-->');
    const holder = new MarkSearch(this.#mask, taken);
    this.#each('<!--', (at) => {
      const end = commentClose.from(at + 4);
      if (end < 0 || (holder.from(at) >= 0 && holder.from(at) < end)) return null;
      return { kind: 'comment', start: at, end: end + 3 };
    });
  }

  #brackets(line: string): void {
    const close = new MarkSearch(this.#mask, ']');
    this.#each('[^', (at) => {
      const end = close.from(at + 3);
      return end < 0 ? null : { kind: 'html', start: at, end: end + 1 };
    });
    this.#links(line, '![', 0);
    this.#links(line, '[', 1);
  }

  /** The label goes to the first bracket that closes, whatever opens before it. */
  #links(line: string, open: '[' | '![', shortest: number): void {
    const closeLabel = new MarkSearch(this.#mask, ']');
    const closeTarget = new MarkSearch(this.#mask, ')');
    this.#each(open, (at) => {
      const labelStart = at + open.length;
      const labelEnd = closeLabel.from(labelStart);
      if (labelEnd < labelStart + shortest || this.#mask.charAt(labelEnd + 1) !== '(') return null;
      const targetStart = labelEnd + 2;
      const close = closeTarget.from(targetStart + 1);
      if (close < 0 || this.#mask.charAt(targetStart) === ')') return null;
      const target = (line.slice(targetStart, close).trim().split(' ')[0] ?? '').trim();
      return {
        kind: open === '[' ? 'link' : 'image',
        start: at,
        end: close + 1,
        ...{ labelStart, labelEnd, target, targetStart, targetEnd: targetStart + target.length },
      };
    });
  }

  /** Asks for a construct at each `mark`, from left to right, and goes on behind what there is. */
  #each(mark: string, tokenAt: (at: number) => InlineToken | null): void {
    const found: InlineToken[] = [];
    for (let at = this.#mask.indexOf(mark); at >= 0;) {
      const token = tokenAt(at);
      if (token !== null) found.push(token);
      at = this.#mask.indexOf(mark, token?.end ?? at + 1);
    }
    this.#take(found.map((token) => shiftedToken(token, this.#from)));
  }

  #take(found: readonly InlineToken[]): void {
    const parts: string[] = [];
    let at = 0;
    for (const token of found) {
      this.tokens.push(token);
      const start = token.start - this.#from;
      const end = token.end - this.#from;
      parts.push(this.#mask.slice(at, start), taken.repeat(end - start));
      at = end;
    }
    if (found.length > 0) this.#mask = parts.join('') + this.#mask.slice(at);
  }
}

function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : -1;
}
