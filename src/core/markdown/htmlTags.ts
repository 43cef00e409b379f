// HTML as CommonMark knows it: tags, comments and declarations in a line, and elements that begin a block.
import { isAsciiLetter } from './characters.js';
import type { EngineRules } from '../site/engine.js';

const attribute =
  '\\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\\s*=\\s*(?:[^"\'=<>`\\x00-\\x20]+|\'[^\']*\'|"[^"]*"))?';
const openTag = `<[A-Za-z][A-Za-z0-9\\-]*(?:${attribute})*\\s*\\/?>`;
const closeTag = '<\\/[A-Za-z][A-Za-z0-9\\-]*\\s*>';

const tagPattern = new RegExp(`(?:${openTag}|${closeTag})`, 'y');
export const lineOfOneTag = new RegExp(`^(?:${openTag}|${closeTag})\\s*$`);

const email =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// eslint-disable-next-line no-control-regex -- CommonMark names these characters.
const absoluteUri = /^[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*$/;
const refusedScheme = /^(?:vbscript|javascript|file|data):/;
const allowedData = /^data:image\/(?:gif|png|jpeg|webp);/;

/** Whether markdown-it makes a link to this target. */
export function isAllowedTarget(target: string): boolean {
  const lower = target.trim().toLowerCase();
  return !refusedScheme.test(lower) || allowedData.test(lower);
}

/** The target of `<https://…>` or `<name@host>` at `at`, or `null`. */
export function autolinkAt(text: string, at: number): string | null {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 60) return null;
    if (code === 62) break;
  }
  if (end >= text.length) return null;
  const target = text.slice(at + 1, end);
  return (absoluteUri.test(target) && isAllowedTarget(target)) || email.test(target)
    ? target
    : null;
}

/** Ends of comments, processing instructions, declarations and tags in one text. */
export class HtmlSpans {
  readonly #text: string;
  readonly #declaration: RegExp;
  /** No end was found once, so none will be: the searches of a text stay linear. */
  #unclosed = false;

  constructor(text: string, tags: EngineRules['tags']) {
    this.#text = text;
    this.#declaration = tags === 'capitals' ? /[A-Z]/ : /[A-Za-z]/;
  }

  /** The offset behind the construct at `at` (a `<`), or `-1`. */
  endAt(at: number): number {
    const next = this.#text.charCodeAt(at + 1);
    if (at + 2 >= this.#text.length) return -1;
    if (next === 33 || next === 63) return this.#specialEnd(at);
    if (next !== 47 && !isAsciiLetter(next)) return -1;
    tagPattern.lastIndex = at;
    return tagPattern.test(this.#text) ? tagPattern.lastIndex : -1;
  }

  #specialEnd(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      if (text.startsWith('>', at + 4)) return at + 5;
      if (text.startsWith('->', at + 4)) return at + 6;
      return this.#endBehind('-->', at + 4);
    }
    if (text.startsWith('<![CDATA[', at)) return this.#endBehind(']]>', at + 9);
    if (text.charCodeAt(at + 1) === 63) return this.#endBehind('?>', at + 2);
    return this.#declaration.test(text.charAt(at + 2)) ? this.#endBehind('>', at + 3) : -1;
  }

  #endBehind(terminator: string, from: number): number {
    if (this.#unclosed) return -1;
    const end = this.#text.indexOf(terminator, from);
    if (end < 0) this.#unclosed = true;
    return end < 0 ? -1 : end + terminator.length;
  }
}
