// Tags as kramdown reads them, by XML's rule: of any name, and each must end where it stands in the tree.

import type { EngineRules } from '../site/engine.js';

export interface XmlTag {
  /** `alone`: an element without content. */
  readonly kind: 'open' | 'close' | 'alone' | 'comment';
  /** In small letters. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const name =
  '(?:[\\p{Alphabetic}_][-\\p{Alphabetic}\\p{Nd}._]*:)?[\\p{Alphabetic}_][-\\p{Alphabetic}\\p{Nd}._]*';
const value = '(?:[\\p{L}\\p{M}\\p{N}\\p{Pc}]+|"[^"]*"|\'[^\']*\')';
const openTag = new RegExp(`<(${name})(?:\\s+${name}(?:\\s*=\\s*${value})?)*\\s*(/?)>`, 'uy');
const closeTag = new RegExp(`</(${name})\\s*>`, 'uy');

const withoutContent = wordsOf(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);
const blockNames = wordsOf(
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre ' +
    'section summary table tbody td th thead tfoot tr ul',
);
const spanNames = wordsOf(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp ' +
    'rt rtc ruby samp select small span strong sub sup tt u var',
);

/** Elements whose content is Markdown in a line; in others it stays as it is. */
const readNames = wordsOf(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q ' +
    'rb rbc rp rt rtc ruby select small span strong sub sup th tt address applet article aside blockquote body ' +
    'dd details div dl fieldset figure figcaption footer form header hgroup iframe li main map menu nav noscript ' +
    'object section summary td',
);
/** MathJax reads no math in these. */
const unreadNames = wordsOf('script noscript style textarea pre code');

function wordsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** The tags of one text. */
export class XmlTags {
  readonly #text: string;
  /** No comment was closed once, so none will be: the searches of a text stay linear. */
  #noComment = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** The tag or comment at `at` (a `<`); `null` if the text goes on there. */
  at(at: number): XmlTag | null {
    if (!this.#text.startsWith('<!--', at)) return tagAt(this.#text, at);
    const end = this.#noComment ? -1 : this.#text.indexOf('-->', at + 4);
    this.#noComment = end < 0;
    return end < 0 ? null : { kind: 'comment', name: '', start: at, end: end + 3 };
  }
}

function tagAt(text: string, at: number): XmlTag | null {
  const isClose = text.charCodeAt(at + 1) === 47;
  const pattern = isClose ? closeTag : openTag;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return null;
  const tagName = (match[1] ?? '').toLowerCase();
  const end = pattern.lastIndex;
  if (isClose) return { kind: 'close', name: tagName, start: at, end };
  const isAlone = match[2] === '/' || withoutContent.has(tagName);
  return { kind: isAlone ? 'alone' : 'open', name: tagName, start: at, end };
}

const autolink =
  /<((?:mailto|https?|ftps?):[^\n<>]+|[-\p{Alphabetic}\p{Nd}_.]+@[-\p{Alphabetic}\p{Nd}_.]+)>/uy;

/** The target of `<https://…>` or `<name@host>` at `at`, or `null`. */
export function xmlAutolinkAt(text: string, at: number): string | null {
  autolink.lastIndex = at;
  return autolink.exec(text)?.[1] ?? null;
}

/** Whether a tag is text where it stands in a line. */
export function isBlockTag({ name: tagName }: XmlTag): boolean {
  return blockNames.has(tagName);
}

/** Whether browsers read a tag as text, for its name. */
export function isTextInPages({ kind, name: tagName }: XmlTag): boolean {
  return kind !== 'comment' && !/^[a-z]/.test(tagName);
}

/** Whether a tag at the beginning of a line begins a block of HTML, or ends a paragraph. */
export function beginsXmlBlock(tag: XmlTag): boolean {
  return (tag.kind === 'open' || tag.kind === 'alone') && !spanNames.has(tag.name);
}

/** Whether MathJax reads nothing in the element of a tag. */
export function isUnread({ kind, name: tagName }: XmlTag): boolean {
  return kind === 'open' && unreadNames.has(tagName);
}

/** Whether the content of an element in a line stays as it is, but for its tags. */
export function isRaw({ kind, name: tagName }: XmlTag): boolean {
  return kind === 'open' && !readNames.has(tagName);
}

export interface RawContent {
  /** Where its end tag begins and ends, or the text. */
  readonly end: number;
  readonly behind: number;
  /** The end tags of the elements in it, and its own. */
  readonly closes: readonly number[];
}

/** The content of an element that stays as it is. */
export function rawContent(text: string, tag: XmlTag, tags: XmlTags): RawContent {
  const open = new OpenElements();
  const closes: number[] = [];
  open.take(tag);
  for (let at = text.indexOf('<', tag.end); at >= 0;) {
    const next = tags.at(at);
    const isTag = next !== null && !isBlockTag(next) && open.take(next);
    if (isTag && next.kind === 'close') closes.push(at);
    if (isTag && open.depth === 0) return { end: at, behind: next.end, closes };
    at = text.indexOf('<', isTag ? next.end : at + 1);
  }
  return { end: text.length, behind: text.length, closes };
}

const tagName = new RegExp(`^</?(${name})`, 'u');

/** Whether a line that is indented less than the item of a list is none of it, since it may begin HTML. */
export function endsLazily(line: string, { htmlBlocks }: EngineRules): boolean {
  const found = htmlBlocks === 'xml' ? tagName.exec(line)?.[1] : undefined;
  return found !== undefined && !spanNames.has(found.toLowerCase()) && found !== 'script';
}

/** The elements that are open while a text is read; what is no tag among them is text. */
export class OpenElements {
  readonly #open: string[] = [];

  get depth(): number {
    return this.#open.length;
  }

  /** Whether the tag is one where it stands. */
  take({ kind, name: tagName }: XmlTag): boolean {
    const top = this.#open.at(-1);
    if (kind === 'close') {
      if (top === tagName) this.#open.pop();
      return top === tagName;
    }
    if (top === 'script' || top === 'style') return false;
    if (kind === 'open') this.#open.push(tagName);
    return true;
  }
}
