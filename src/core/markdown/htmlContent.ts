// What an HTML block holds: its comments, and the formulas that the math engine finds in its text.
// To the math engine it is a page already, whatever the Markdown engine: tags cut the text.
import { entityAt } from '../site/entities.js';
import { HtmlSpans } from './htmlTags.js';
import { scanVisibleTexts, type InlineScan } from './inline.js';
import type { InlineToken } from './inlineTokens.js';

/** MathJax reads no math in these. */
const unreadElement = /<(script|noscript|style|textarea|pre|code)(?=[\s>/]|$)/iy;

const marks = /[<&]/g;

export function scanHtml(content: string): InlineScan {
  const text = content.trimEnd();
  const tokens = findTokens(text);
  return { ...scanVisibleTexts(text, tokens, ''), tokens };
}

function findTokens(text: string): InlineToken[] {
  const html = new HtmlSpans(text);
  const tokens: InlineToken[] = [];
  let at = 0;
  for (;;) {
    marks.lastIndex = at;
    const next = marks.exec(text)?.index;
    if (next === undefined) return tokens;
    const token = tokenAt(text, next, html);
    if (token !== null) tokens.push(token);
    at = token?.end ?? next + 1;
  }
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
