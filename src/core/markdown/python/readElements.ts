// What MathJax reads of a page if it reads nothing but elements of arithmatex, and no element in them.
import type { InlineToken } from '../inlineToken.js';

/** An element that is open, and whether its text is read. */
interface Open {
  readonly name: string;
  readonly isRead: boolean;
}

/** The tokens of a page, in which what is not read is code. */
export function withoutUnread(
  page: string,
  tokens: readonly InlineToken[],
): readonly InlineToken[] {
  const read: InlineToken[] = [];
  const open: Open[] = [];
  let at = 0;
  for (const token of tokens) {
    const isRead = open.at(-1)?.isRead === true;
    const tag = token.kind === 'html' ? page.slice(token.start, token.end) : '';
    const cuts = token.kind === 'code' || (tag !== '' && !isVoid.test(tag));
    if (isRead) read.push(token);
    else if (cuts) read.push({ kind: 'code', start: at, end: token.end });
    if (cuts) at = token.end;
    if (cuts && tag !== '') follow(tag, open);
  }
  if (open.at(-1)?.isRead !== true) read.push({ kind: 'code', start: at, end: page.length });
  return read;
}

const isVoid = /^<(?:br|wbr|img|hr|input)\b/i;

/** An end tag closes what is open in its element, too. */
function follow(tag: string, open: Open[]): void {
  const name = (/^<\/?([a-z][^\s/>]*)/i.exec(tag)?.[1] ?? '').toLowerCase();
  if (!tag.startsWith('</'))
    open.push({ name, isRead: /\sclass="(?:[^"]* )?arithmatex(?: [^"]*)?"/.test(tag) });
  else {
    const last = open.map((element) => element.name).lastIndexOf(name);
    if (last >= 0) open.length = last;
  }
}
