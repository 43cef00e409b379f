// What a Markdown engine that knows no math leaves of a text: pieces without escapes and tags, each
// as far as MathJax can read on. Elements end a piece; comments, line breaks and `<br>` do not.
import { elementMarks, type DelimiterRun } from './emphasis.js';
import { MappedBuilder, type MappedText } from '../text/mapped.js';
import { isDropped } from '../site/decode.js';
import type { FoundFormula } from './formula.js';
import type { InlineToken, LinkToken } from './inlineTokens.js';

export function visibleTexts(
  text: string,
  tokens: readonly InlineToken[],
  escapes: string,
): MappedText[] {
  const writer = new VisibleWriter(text, escapes, findElementMarks(text, tokens));
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
  readonly #escapes: string;
  readonly #elements: ReadonlySet<number>;
  readonly #pieces: MappedText[] = [];
  #builder = new MappedBuilder();
  #at = 0;

  constructor(text: string, escapes: string, elements: ReadonlySet<number>) {
    this.#text = text;
    this.#escapes = escapes;
    this.#elements = elements;
  }

  textTo(end: number): void {
    if (end > this.#at) this.#builder.append(this.#text.slice(this.#at, end), this.#at);
    this.#at = Math.max(this.#at, end);
  }

  /** Ends the piece; the next one begins at `next`. */
  cut(next: number): void {
    if (this.#builder.length > 0) this.#pieces.push(this.#builder.build(this.#at));
    this.#builder = new MappedBuilder();
    this.#at = next;
  }

  token(token: InlineToken): void {
    switch (token.kind) {
      case 'escape':
        if (isDropped(this.#text.charAt(token.start + 1), this.#escapes))
          this.#at = token.start + 1;
        this.textTo(token.end);
        return;
      case 'delimiters':
        this.#delimiters(token);
        return;
      case 'formula':
        this.#formula(token.formula);
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

  #delimiters(run: DelimiterRun): void {
    for (let at = run.start; at < run.end; at++) {
      if (!this.#elements.has(at)) continue;
      this.textTo(at);
      this.cut(at + 1);
    }
    this.textTo(run.end);
  }

  /** What the engine knows as a formula, it writes as `\(…\)` into the text. */
  #formula({ start, texStart, texEnd, end }: FoundFormula): void {
    this.#builder.append('\\(', this.#text.charCodeAt(start) === 92 ? start + 1 : start);
    this.#builder.append(this.#text.slice(texStart, texEnd), texStart);
    this.#builder.append('\\)', end - 2);
    this.#at = end;
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
