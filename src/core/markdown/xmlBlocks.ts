// HTML as kramdown reads it where it is a block: a tree, of which whatever is no tag is text.
import { entityAt } from '../site/entities.js';
import type { InlineToken } from './inlineToken.js';
import {
  beginsXmlBlock,
  isTextInPages,
  isUnread,
  OpenElements,
  XmlTags,
  type XmlTag,
} from './xmlTags.js';

/** Whether the content of an element is Markdown, by an attribute of its start tag. */
function holdsMarkdown(tag: string): boolean {
  return /^<[^>]*\smarkdown=["']?(?:1|block|span)\b/.test(tag);
}

/** Whether a line, without its indentation, begins an element that is a block. */
export function beginsXmlElement(line: string): boolean {
  const tag = new XmlTags(line).at(0);
  if (tag !== null && holdsMarkdown(line) && line.slice(tag.end).trim() !== '') return false;
  return tag === null ? /^<[a-z][^<>]*$/i.test(line) : beginsXmlBlock(tag);
}

/**
 * How many lines the element takes that begins in the first one: to its end tag, else all; before content
 * that is Markdown, to the start tag of that. 0 where that line begins with none.
 */
export function xmlElementEnd(lineAt: (index: number) => string | null): number {
  if (!beginsXmlElement(lineAt(0) ?? '')) return 0;
  const element = new ElementReader();
  for (let index = 0; ; index++) {
    const line = lineAt(index);
    if (line === null) return element.endsAtLast() ? element.lastLine() + 1 : index;
    if (element.endsIn(line)) return element.lastLine() + 1;
  }
}

/** Reads an element as its lines come; what is open at the end of a line waits for the next one. */
class ElementReader {
  readonly #open = new OpenElements();
  #text = '';
  #at = 0;
  /** From where on a comment that is open looks for its end. */
  #searched = 0;

  endsIn(line: string): boolean {
    this.#text += `${line}\n`;
    return this.#read(false);
  }

  endsAtLast(): boolean {
    return this.#read(true);
  }

  /** The line in which the reading stopped. */
  lastLine(): number {
    return this.#text.slice(0, this.#at).split('\n').length - 1;
  }

  #read(isLast: boolean): boolean {
    for (;;) {
      const at = this.#text.indexOf('<', this.#at);
      this.#at = at < 0 ? this.#text.length : at;
      if (at < 0 || (!isLast && this.#waits(at))) return false;
      const tag = new XmlTags(this.#text).at(at);
      const isTag = tag !== null && this.#open.take(tag);
      this.#at = isTag ? tag.end : at + 1;
      if (isTag && (this.#open.depth === 0 || holdsMarkdown(this.#text.slice(at, tag.end))))
        return true;
    }
  }

  #waits(at: number): boolean {
    const text = this.#text;
    if (!text.startsWith('<!--', at)) return openTag.test(text.slice(at));
    if (text.indexOf('-->', Math.max(at + 4, this.#searched)) >= 0) return false;
    this.#searched = text.length - 2;
    return true;
  }
}

const openTag = /^<\/?[\p{Alphabetic}_][^<>]*(?:=\s*(?:"[^"]*|'[^']*))?$/u;

/** The tags and references of a block of HTML. */
export function xmlTokens(text: string): InlineToken[] {
  const tokens: InlineToken[] = [];
  const tags = new XmlTags(text);
  const open = new OpenElements();
  const marks = /[<&]/g;
  let unread: { readonly start: number; readonly depth: number } | null = null;
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    const start = match.index;
    const tag = match[0] === '<' ? tags.at(start) : null;
    const isTag = tag !== null && open.take(tag);
    if (isTag && isTextInPages(tag)) continue;
    const token = isTag ? tagToken(tag) : match[0] === '&' ? reference(text, start) : null;
    if (token === null) continue;
    marks.lastIndex = token.end;
    if (unread === null && isTag && isUnread(tag)) unread = { start, depth: open.depth };
    else if (unread === null) tokens.push(token);
    else if (open.depth < unread.depth) {
      tokens.push({ kind: 'code', start: unread.start, end: token.end });
      unread = null;
    }
  }
  if (unread !== null) tokens.push({ kind: 'code', start: unread.start, end: text.length });
  return tokens;
}

function reference(text: string, start: number): InlineToken | null {
  const entity = entityAt(text, start);
  return entity && { kind: 'entity', start, end: entity.end, text: entity.text };
}

function tagToken({ kind, start, end }: XmlTag): InlineToken {
  return { kind: kind === 'comment' ? 'comment' : 'html', start, end };
}
