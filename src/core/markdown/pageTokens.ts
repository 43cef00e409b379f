// What cuts and what decodes the text of a page, where Markdown has left HTML as it stands.
import { entityAt } from '../site/entities.js';
import { HtmlSpans } from './htmlTags.js';
import type { InlineToken } from './inlineTokens.js';

/** MathJax reads no math in these. */
const unreadElement = /<(script|noscript|style|textarea|pre|code)(?=[\s>/]|$)/iy;

const marks = /[<&]/g;

/** `isPart`: whether the page goes on behind the text, so that a tag that does not end in it ends there. */
export function pageTokens(text: string, isPart = false): InlineToken[] {
  const html = new HtmlSpans(text);
  const tokens: InlineToken[] = [];
  let at = 0;
  for (;;) {
    marks.lastIndex = at;
    const next = marks.exec(text)?.index;
    if (next === undefined) return tokens;
    const token = tokenAt(text, next, html) ?? (isPart ? openTag(text, next) : null);
    if (token !== null) tokens.push(token);
    at = token?.end ?? next + 1;
  }
}

function openTag(text: string, start: number): InlineToken | null {
  const isTag = /^<[/!]?[a-z]/i.test(text.slice(start, start + 3));
  return isTag ? { kind: 'html', start, end: text.length } : null;
}

function tokenAt(text: string, start: number, html: HtmlSpans): InlineToken | null {
  if (text.charCodeAt(start) === 38) {
    const entity = entityAt(text, start);
    return entity === null ? null : { kind: 'entity', start, end: entity.end, text: entity.text };
  }
  if (text.startsWith('<!--', start)) {
    const close = text.indexOf('-->', start + 4);
    // A comment that never ends hides what follows, but says nothing.
    return close < 0
      ? { kind: 'html', start, end: text.length }
      : { kind: 'comment', start, end: close + 3 };
  }
  unreadElement.lastIndex = start;
  const name = unreadElement.exec(text)?.[1];
  const end = name === undefined ? html.endInPage(start) : elementEnd(text, start, name);
  return end < 0 ? null : { kind: name === undefined ? 'html' : 'code', start, end };
}

function elementEnd(text: string, start: number, name: string): number {
  const close = new RegExp(`</${name}\\s*>`, 'ig');
  close.lastIndex = start;
  return close.exec(text) === null ? text.length : close.lastIndex;
}
