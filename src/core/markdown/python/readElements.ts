// What MathJax reads of a page if it reads nothing but elements of arithmatex, and no element in them.
import type { InlineToken } from '../inlineTokens.js';

/** The tokens of a page, in which what is not read is code. */
export function withoutUnread(
  page: string,
  tokens: readonly InlineToken[],
): readonly InlineToken[] {
  const read: InlineToken[] = [];
  /** Whether the text of each element that is open is read. */
  const open: boolean[] = [];
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== 'html' && token.kind !== 'code') {
      if (open.at(-1) === true) read.push(token);
      continue;
    }
    if (token.kind === 'html' && isVoid.test(page.slice(token.start, token.end))) {
      if (open.at(-1) === true) read.push(token);
      continue;
    }
    if (open.at(-1) === true) read.push(token);
    else read.push({ kind: 'code', start: at, end: token.end });
    at = token.end;
    if (token.kind === 'html') follow(page.slice(token.start, token.end), open);
  }
  if (open.at(-1) !== true) read.push({ kind: 'code', start: at, end: page.length });
  return read;
}

const isVoid = /^<(?:br|wbr|img|hr|input)\b/i;

function follow(tag: string, open: boolean[]): void {
  if (tag.startsWith('</')) open.pop();
  else open.push(/\sclass="(?:[^"]* )?arithmatex(?: [^"]*)?"/.test(tag));
}
