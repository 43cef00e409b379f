// What cuts and what decodes the text of a page, where Markdown has left HTML as it stands: as browsers read it.
import { pageEntityAt } from '../site/entities.js';
import type { InlineToken } from './inlineToken.js';

/** MathJax reads no math in these. */
const unreadElement = /<(script|noscript|style|textarea|pre|code)(?=[\s>/]|$)/iy;

const marks = /[<&]/g;

/** Whatever begins like a tag goes on to its `>`, or hides all that follows. */
export function pageTokens(text: string): InlineToken[] {
  const tokens: InlineToken[] = [];
  let at = 0;
  for (;;) {
    marks.lastIndex = at;
    const next = marks.exec(text)?.index;
    if (next === undefined) return tokens;
    const token = tokenAt(text, next);
    if (token !== null) tokens.push(token);
    at = token?.end ?? next + 1;
  }
}

/** Whether the last of the tokens of a text hides what follows the text, too. */
export function isOpenTag({ kind, start, end }: InlineToken, text: string): boolean {
  return kind === 'html' && tagEnd(text, start) < 0 && end === text.length;
}

function tokenAt(text: string, start: number): InlineToken | null {
  if (text.charCodeAt(start) === 38) {
    const entity = pageEntityAt(text, start);
    return entity === null ? null : { kind: 'entity', start, end: entity.end, text: entity.text };
  }
  if (!/^<[a-z!?/]/i.test(text.slice(start, start + 2))) return null;
  unreadElement.lastIndex = start;
  const name = unreadElement.exec(text)?.[1];
  if (name !== undefined) return { kind: 'code', start, end: elementEnd(text, start, name) };
  const end = tagEnd(text, start);
  const isComment = end >= 0 && (text.startsWith('<!--', start) || text.startsWith('</>', start));
  return { kind: isComment ? 'comment' : 'html', start, end: end < 0 ? text.length : end };
}

const comment = /<!--(?:-?>|[^]*?--!?>)/y;
const other = /<[^>]*>/y;

/** `-1` where the text ends before it. */
function tagEnd(text: string, start: number): number {
  const name = text.charAt(start + 1) === '/' ? start + 2 : start + 1;
  if (/[a-z]/i.test(text.charAt(name))) return elementTagEnd(text, name);
  const form = text.startsWith('<!--', start) ? comment : other;
  form.lastIndex = start;
  return form.test(text) ? form.lastIndex : -1;
}

/** A quote holds a `>` only behind an equals sign. */
function elementTagEnd(text: string, name: number): number {
  const parts = />|=\s*(["']?)/g;
  parts.lastIndex = name;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    if (part[0] === '>') return parts.lastIndex;
    if (part[1] === '') continue;
    const close = text.indexOf(part[1] ?? '', parts.lastIndex);
    if (close < 0) return -1;
    parts.lastIndex = close + 1;
  }
  return -1;
}

function elementEnd(text: string, start: number, name: string): number {
  const close = new RegExp(`</${name}\\s*>`, 'ig');
  close.lastIndex = start;
  return close.exec(text) === null ? text.length : close.lastIndex;
}
